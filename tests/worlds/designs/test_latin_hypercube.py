"""Every N-th of a quantity's range has one of N worlds."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from uncertain_case import LINE, NUMBERS, OTHER_LINE, an_uncertain_case

from sim.errors import InputError
from sim.scenario.quantities import drawn_names
from sim.worlds import draws, uniforms
from sim.worlds.designs.latin_hypercube import MOST, LatinHypercube

LINKS = [
    (NUMBERS["uniform"], NUMBERS["normal"], 0.8),
    (NUMBERS["uniform"], f"{LINE}.held", -0.5),
    (f"{OTHER_LINE}.held", NUMBERS["beta"], 0.3),
]


def strata(numbers):
    return sorted(np.floor(numbers * len(numbers)).astype(int).tolist())


@settings(deadline=None)
@given(st.integers(1, 3000), st.integers(0, 2**64), st.text(max_size=9))
def test_each_stratum_has_one_world(of, seed, name):
    assert strata(LatinHypercube(seed, 0, of, of)(name)) == list(range(of))


def test_strata_hold_at_their_edges():
    """The last worlds of the largest hypercube, whose strata are narrowest."""
    numbers = LatinHypercube(1, MOST - 1000, 1000, MOST)("x")
    assert len(set(np.floor(numbers * MOST))) == 1000
    assert numbers.max() < 1


@pytest.mark.parametrize("of", [1, 2, 3, 5, 64, 1000])
def test_correlated_columns_are_still_hypercubes(of):
    case = an_uncertain_case("latin_hypercube", worlds=of, correlate=LINKS)
    drawn = uniforms(case, 1, 0, of)
    for name in drawn_names(case):
        assert strata(drawn(name)) == list(range(of))


def test_columns_are_independent():
    cube = LatinHypercube(1, 0, 10_000, 10_000)
    numbers = np.stack([cube(f"x{place}") for place in range(30)])
    off = np.corrcoef(numbers)[np.triu_indices(30, 1)]
    assert 0.005 < off.std() < 0.015
    assert np.abs(off).max() < 0.045


def test_seeds_and_sizes_have_columns_of_their_own():
    base = LatinHypercube(1, 0, 1000, 1000)("x")
    assert not np.array_equal(base, LatinHypercube(2, 0, 1000, 1000)("x"))
    assert not np.array_equal(base[:999], LatinHypercube(1, 0, 999, 999)("x"))


@pytest.mark.parametrize(("first", "worlds", "last"), [(0, 11, 10), (12, 1, 12), (8, 5, 12)])
def test_worlds_outside_are_refused(first, worlds, last):
    case = an_uncertain_case("latin_hypercube", worlds=10)
    with pytest.raises(InputError) as caught:
        draws(case, [NUMBERS["uniform"]], 1, first, worlds)
    told = f"world {last} is not in a Latin hypercube of 10 worlds, counted from 0; set ensemble.worlds"
    assert str(caught.value) == f"{told} @ ensemble.worlds"


def test_too_many_worlds_are_refused():
    with pytest.raises(InputError, match="expected at most 134217728 in a Latin hypercube"):
        LatinHypercube(1, 0, 1, MOST + 1)
