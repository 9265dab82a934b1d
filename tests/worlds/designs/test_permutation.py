"""Shuffled orders: each thing once, and all orders about equally likely."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from sim.worlds.designs.permutation import shuffled


@settings(deadline=None)
@given(st.integers(1, 3000), st.integers(0, 2**128 - 1))
def test_each_place_is_taken_once(count, key):
    assert sorted(shuffled(np.arange(count), count, key).tolist()) == list(range(count))


@settings(deadline=None)
@given(st.integers(1, 10**7), st.data())
def test_a_part_is_that_part_of_the_whole(count, data):
    places = np.array(data.draw(st.lists(st.integers(0, count - 1), min_size=1, max_size=20)))
    one_by_one = [int(shuffled(places[i : i + 1], count, 5)[0]) for i in range(len(places))]
    assert shuffled(places, count, 5).tolist() == one_by_one
    assert max(one_by_one) < count


def orders(count, keys=4000):
    return np.array([shuffled(np.arange(count), count, 977 * key) for key in range(keys)])


@pytest.mark.parametrize("count", [3, 4, 5, 8, 17])
def test_all_pairs_of_places_are_equally_likely(count):
    drawn = orders(count)
    for one, other in ((0, 1), (0, count - 1), (count - 2, count - 1)):
        pairs = drawn[:, one] * count + drawn[:, other]
        expected = [pair for pair in range(count**2) if pair // count != pair % count]
        counted = np.bincount(pairs, minlength=count**2)[expected]
        assert counted.sum() == len(drawn)
        assert stats.chisquare(counted).pvalue > 1e-4


@pytest.mark.parametrize("count", [16, 100, 128, 1000])
def test_orders_of_different_keys_are_as_correlated_as_by_chance(count):
    drawn = orders(count, 1000)
    correlations = np.array([np.corrcoef(drawn[i], drawn[i + 1])[0, 1] for i in range(999)])
    neighbours = np.array([np.corrcoef(order[:-1], order[1:])[0, 1] for order in drawn])
    assert abs(correlations.var() * (count - 1) - 1) < 0.2
    assert abs(neighbours.var() * (count - 1) - 1) < 0.25
