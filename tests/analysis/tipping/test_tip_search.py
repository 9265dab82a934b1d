"""Where an answer changes: made-up measures whose tip is known."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.analysis.tipping.target import Measured, Target
from sim.analysis.tipping.tip_search import GRID, Search

HALF = Target("round", ">=", 0.5)


def search(mean, half_width=0.0, target=HALF, low=0.0, high=1.0, tolerance=1e-3):
    tried = []

    def measure(value):
        tried.append(value)
        found = mean(value)
        return Measured(found, found - half_width, found + half_width)

    found = Search(measure, target, low, high, tolerance)
    tip = found.tip()
    assert len(tried) == len(set(tried)) == len(found.evaluations)  # each once
    assert all(low <= value <= high for value in tried)
    return found, tip


@given(
    st.floats(-100, 100),
    st.floats(0.1, 50),
    st.floats(0.01, 0.99),
    st.sampled_from([-1, 1]),
    st.floats(1e-4, 0.05),
)
def test_a_monotone_measure_tips_within_the_tolerance(low, width, part, sign, tolerance):
    true, tolerance = low + part * width, tolerance * width
    found, tip = search(lambda v: 0.5 + sign * (v - true), low=low, high=low + width, tolerance=tolerance)
    assert abs(tip.value - true) <= tolerance
    assert tip.interval[0] <= tip.value <= tip.interval[1]
    assert len(found.changes) == 1


@given(st.floats(0.05, 0.95), st.floats(0.001, 0.5))
def test_the_interval_is_where_sampling_error_leaves_the_answer_open(true, half):
    _, tip = search(lambda v: 0.5 + (true - v), half_width=half, tolerance=1e-4)
    for end, expected, limit, cut in zip(
        tip.interval, (true - half, true + half), (0, 1), tip.cut, strict=True
    ):
        clipped = min(max(expected, 0), 1)
        assert end == pytest.approx(clipped, abs=2e-4)
        if abs(expected - limit) > 1e-3:
            assert cut == (clipped != expected)


def test_a_jump_is_known_as_closely_as_it_was_searched():
    _, tip = search(lambda v: float(v > 0.3), half_width=0.1)
    assert tip.interval[0] <= 0.3 < tip.interval[1]
    assert tip.interval[1] - tip.interval[0] <= 1e-3
    assert tip.cut == (False, False)


@pytest.mark.parametrize("level", [0.2, 0.8])
def test_an_answer_that_does_not_change_has_no_tip(level):
    found, tip = search(lambda v: level)
    assert tip is None
    assert len(found.evaluations) == GRID
    assert (found.evaluations[0].value, found.evaluations[-1].value) == (0, 1)
    assert found.changes == ()


def test_of_several_changes_the_first_is_taken_and_all_are_told():
    found, tip = search(lambda v: 0.5 + math.cos(3 * math.pi * v))
    assert tip.value == pytest.approx(1 / 6, abs=1e-3)
    middles = [(low + high) / 2 for low, high in found.changes]
    assert middles == pytest.approx([1 / 6, 1 / 2, 5 / 6], abs=1 / 16)


def test_the_interval_does_not_reach_over_values_that_are_sure():
    """A measure that comes back to the target's number later is another tip."""
    _, tip = search(lambda v: 0.5 + math.cos(3 * math.pi * v), half_width=0.1)
    assert tip.interval[1] < 0.25


def test_the_ends_are_tried_first():
    tried = []

    def measure(value):
        tried.append(value)
        return Measured(value, value, value)

    Search(measure, HALF, 0.0, 1.0, 0.2).tip()
    assert tried[:2] == [0, 1]


def test_without_known_intervals_everything_is_open():
    target = Target("round", "<", 0.5)
    found = Search(lambda v: Measured(v, math.nan, math.nan), target, 0.0, 1.0, 0.1)
    assert found.tip().interval == (0, 1)


def test_no_number_lies_between_neighbours():
    one = math.nextafter(1.0, 2.0)
    found = Search(lambda v: Measured(v, v, v), Target("round", ">", 1.0), 1.0, one, 1e-300)
    assert found.changes == ()
    assert found.tip().value in {1.0, one}
