"""The design for screening: one group moves at a time, once each, by half of its range."""

import numpy as np
import pytest

from sim.errors import InputError
from sim.worlds import Uniforms
from sim.worlds.designs.trajectories import STEP, Trajectories

GROUPS = (("a",), ("b", "c"), ("d",))
GROUP_OF = np.array([0, 1, 1, 2])


def numbers(design, first=0, worlds=None):
    part = design.part(first, design.worlds if worlds is None else worlds)
    return np.stack([part(name) for name in "abcd"], axis=1)


@pytest.mark.parametrize("levels", [None, 4])
def test_each_group_moves_once(levels):
    design = Trajectories(3, 50, GROUPS, levels)
    rows, moves = numbers(design).reshape(50, 4, 4), design.moves()
    assert np.array_equal(np.sort(moves, axis=1), np.tile(np.arange(3), (50, 1)))
    steps = np.diff(rows, axis=1)
    moving = moves[:, None, GROUP_OF] == np.arange(3)[None, :, None]
    assert np.allclose(np.abs(steps), np.where(moving, STEP, 0))
    assert ((rows >= 0) & (rows < 1)).all()
    alone = [0, 3]
    ways = np.take_along_axis(steps[:, :, alone], moves[:, None, [0, 2]], axis=1)[:, 0] > 0
    assert np.array_equal(ways, design.rising()[:, [0, 2]])


def test_levels_are_middles_of_equal_parts():
    found = set(numbers(Trajectories(3, 200, GROUPS, levels=4)).ravel().tolist())
    assert found == {0.125, 0.375, 0.625, 0.875}


def test_starts_ways_and_orders_are_even():
    design = Trajectories(5, 4000, GROUPS)
    assert numbers(design).mean(axis=0) == pytest.approx([0.5] * 4, abs=0.02)
    assert design.rising().mean(axis=0) == pytest.approx([0.5] * 3, abs=0.03)
    assert design.moves().mean(axis=0) == pytest.approx([1] * 3, abs=0.05)
    assert np.histogram(numbers(design)[:, 1], bins=10, range=(0, 1))[0] == pytest.approx(
        [1600] * 10, rel=0.1
    )


@pytest.mark.parametrize("size", [1, 3, 4, 7])
def test_it_may_be_cut_anywhere(size):
    design = Trajectories(3, 5, GROUPS)
    parts = [
        numbers(design, first, min(size, design.worlds - first)) for first in range(0, design.worlds, size)
    ]
    assert np.array_equal(np.concatenate(parts), numbers(design))


def test_groups_in_another_order_are_the_same_worlds():
    one, other = Trajectories(3, 5, GROUPS), Trajectories(3, 5, GROUPS[::-1])
    assert np.array_equal(numbers(one), numbers(other))
    assert np.array_equal(one.moves(), other.moves()[:, ::-1])


def test_it_gives_uniform_numbers():
    part = Trajectories(3, 4, GROUPS).part(2, 7)
    assert isinstance(part, Uniforms)
    assert part("unknown").tolist() == [0] * 7


def test_what_it_refuses():
    with pytest.raises(InputError) as error:
        Trajectories(1, 0, GROUPS, levels=3)
    assert [problem.message for problem in error.value.problems] == [
        "0 trajectories, expected at least 1",
        "3 levels, expected an even number of them, such as 4",
    ]
