"""Sobol's sequence: SciPy's, cut anywhere, each quantity in a dimension of its own."""

import threading

import numpy as np
import pytest
from scipy.stats.qmc import Sobol
from uncertain_case import NUMBERS, an_uncertain_case

from sim.errors import InputError
from sim.scenario.quantities import drawn_names
from sim.worlds import uniforms
from sim.worlds.designs.sobol import MOST_DIMENSIONS, MOST_WORLDS, SobolSequence

NAMES = tuple("abc")


def test_it_is_scipys():
    points = Sobol(256, rng=5).random_base2(6)
    ours = SobolSequence(5, 0, 64, NAMES)
    for place, name in enumerate(NAMES):
        assert np.array_equal(ours(name), points[:, place])


@pytest.mark.parametrize(
    "batches", [[(0, 1), (1, 2), (3, 61)], [(40, 24), (0, 10), (10, 30)], [(63, 1), (63, 1)]]
)
def test_batches_come_in_any_order(batches):
    whole = Sobol(256, rng=11).random_base2(6)
    for first, worlds in batches:
        assert np.array_equal(SobolSequence(11, first, worlds, NAMES)("b"), whole[first : first + worlds, 1])


def test_threads_do_not_disturb_one_another():
    whole = Sobol(256, rng=3).random_base2(10)[:, 2]
    wrong = []

    def look(start):
        wrong.extend(
            first
            for first in range(start, 1000, 7)
            if not np.array_equal(SobolSequence(3, first, 5, NAMES)("c"), whole[first : first + 5])
        )

    threads = [threading.Thread(target=look, args=(start,)) for start in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_what_becomes_certain_or_comes_last_shifts_nothing():
    base = an_uncertain_case("sobol")
    certain = {"no_deal": {"value": 0.3}}
    more = {
        "walks_out": {"after": [2, 4]},
        "red_lines": {"n": {"forbid": {"y": "a"}, "softens": {"round": [1, 9]}}},
    }
    drawn = uniforms(base, 1, 0, 16)
    again = uniforms(an_uncertain_case("sobol", **certain), 1, 0, 16)
    for name in set(drawn_names(base)) - {"parties.q.no_deal.value"}:
        assert np.array_equal(drawn(name), again(name))
    again = uniforms(an_uncertain_case("sobol", **more), 1, 0, 16)
    for name in (*NUMBERS.values(), "parties.q.luck", "negotiation.luck", "parties.p.red_lines.m.held"):
        assert np.array_equal(drawn(name), again(name))


def test_each_quantity_has_a_dimension_of_its_own():
    case = an_uncertain_case("sobol")
    drawn = uniforms(case, 1, 0, 64)
    columns = {drawn(name).tobytes() for name in drawn_names(case)}
    assert len(columns) == len(drawn_names(case))


def test_its_limits():
    with pytest.raises(InputError, match="expected at most 1073741824 in Sobol's sequence"):
        SobolSequence(1, MOST_WORLDS - 1, 2, NAMES)
    with pytest.raises(InputError, match="21202 quantities, expected at most 21201"):
        SobolSequence(1, 0, 2, tuple(map(str, range(MOST_DIMENSIONS + 1))))
    assert MOST_DIMENSIONS == Sobol.MAXDIM
    assert Sobol(1).maxn == MOST_WORLDS
