"""One box after the other."""

import numpy as np
import pandas as pd
import pytest

import sim
from sim.analysis.discovery import cover, prim
from sim.analysis.discovery.bounds import within


def two_corners(worlds=500):
    rng = np.random.default_rng(4)
    inputs = pd.DataFrame(rng.random((worlds, 3)), columns=list("abc"))
    low = (inputs["a"] < 0.3) & (inputs["b"] < 0.4)
    high = (inputs["a"] > 0.8) & (inputs["c"] > 0.5)
    return inputs, (low | high).to_numpy()


def test_a_later_box_is_found_among_the_worlds_that_are_left():
    inputs, of_interest = two_corners()
    first, second = cover(inputs, of_interest, boxes=2)
    pd.testing.assert_frame_equal(first.boxes.limits, prim(inputs, of_interest).limits)
    covered = within(first.boxes.columns, first.boxes.path[first.number].bounds)
    assert np.array_equal(second.boxes.among, ~covered)
    assert second.boxes[0].worlds == (~covered).sum()
    assert second.box.coverage == second.box.of_interest / of_interest.sum()  # of all worlds of interest
    assert second.box.mass == second.box.worlds / len(inputs)  # and of all worlds
    inside = ~covered & within(second.boxes.columns, second.boxes.path[second.number].bounds)
    assert (second.box.worlds, second.box.of_interest) == (inside.sum(), of_interest[inside].sum())


def test_it_ends_where_no_world_of_interest_is_left():
    inputs = pd.DataFrame({"wall": [True, False] * 50})
    assert len(cover(inputs, [1, 0] * 50, boxes=5)) == 1


def test_it_ends_where_no_condition_makes_a_difference():
    inputs = pd.DataFrame({"wall": [True, False] * 50})
    searches = cover(inputs, [1, 1] + [1, 0] * 49, boxes=5)
    assert len(searches) == 1


def test_the_first_box_is_told_even_if_nothing_makes_a_difference():
    (only,) = cover(pd.DataFrame({"cost": [1.0] * 10}), [1, 0] * 5, boxes=5)
    assert only.box.limits == {}


def test_at_least_one_box_is_asked_for():
    with pytest.raises(sim.InputError, match="boxes is 0, expected at least 1"):
        cover(*two_corners(), boxes=0)
