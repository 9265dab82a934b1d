"""The design for Sobol indices: which worlds share what, and that it may be cut anywhere."""

import numpy as np
import pytest

from sim.errors import InputError
from sim.worlds import Uniforms
from sim.worlds.designs.saltelli import Saltelli
from sim.worlds.designs.sobol import SobolSequence

GROUPS = (("a",), ("b", "c"), ("d",))


def numbers(design, first=0, worlds=None):
    part = design.part(first, design.worlds if worlds is None else worlds)
    return np.stack([part(name) for name in "abcd"], axis=1)


@pytest.mark.parametrize("second", [False, True])
def test_worlds_of_a_row(second):
    design = Saltelli(3, 8, GROUPS, second)
    rows = numbers(design).reshape(8, design.places, 4)
    assert design.places == (8 if second else 5)
    a, b = rows[:, 0], rows[:, -1]
    assert (a != b).all()
    for place, members in enumerate([[0], [1, 2], [3]]):
        of_group = np.isin(np.arange(4), members)
        assert np.array_equal(rows[:, 1 + place], np.where(of_group, b, a))
        if second:
            assert np.array_equal(rows[:, 4 + place], np.where(of_group, a, b))


def test_the_numbers_are_those_of_one_sobol_sequence():
    names = tuple(f"{half} {name}" for half in "AB" for name in "abcd")
    sequence, rows = SobolSequence(3, 0, 8, names), numbers(Saltelli(3, 8, GROUPS)).reshape(8, 5, 4)
    for column, name in enumerate("abcd"):
        assert np.array_equal(rows[:, 0, column], sequence(f"A {name}"))
        assert np.array_equal(rows[:, -1, column], sequence(f"B {name}"))


@pytest.mark.parametrize("size", [1, 3, 5, 7, 64])
def test_it_may_be_cut_anywhere(size):
    design = Saltelli(3, 4, GROUPS, second=True)
    parts = [
        numbers(design, first, min(size, design.worlds - first)) for first in range(0, design.worlds, size)
    ]
    assert np.array_equal(np.concatenate(parts), numbers(design))


def test_it_gives_uniform_numbers():
    part = Saltelli(3, 4, GROUPS).part(2, 7)
    assert isinstance(part, Uniforms)
    assert ((part("a") >= 0) & (part("a") < 1)).all()
    assert part("unknown").tolist() == [0] * 7


@pytest.mark.parametrize(("samples", "right"), [(1000, "512 or 1024"), (0, "1 or 2"), (3, "2 or 4")])
def test_samples_are_a_power_of_2(samples, right):
    with pytest.raises(InputError, match=f"{samples} samples, expected a power of 2, such as {right}"):
        Saltelli(1, samples, GROUPS)
