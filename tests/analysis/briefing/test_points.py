"""Points: they add up to 100, order packages as utilities do, and say from where on a package is good."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.analysis.briefing.points import FULL, largest_remainders, least_needed, points

NUMBERS = st.floats(0, 1, allow_subnormal=False).map(lambda x: round(x, 6))
SHEETS = st.lists(st.tuples(NUMBERS, st.lists(NUMBERS, min_size=1, max_size=4)), min_size=1, max_size=4)


def utilities(weights, scores):
    return np.array([
        sum(weight * score for weight, score in zip(weights, each, strict=True)) for each in product(*scores)
    ])  # fmt: skip


@given(SHEETS)
@settings(max_examples=60)
def test_best_options_have_100_points_together_and_worst_none(sheet):
    weights, scores = zip(*sheet, strict=True)
    made = points(weights, scores)
    assert sum(made.stakes) == (FULL if made.scale else 0)
    for weight, each, told in zip(weights, scores, made.options, strict=True):
        assert min(told) == 0
        worth = weight * np.array(each)
        assert all(told[a] >= told[b] for a, b in product(range(len(each)), repeat=2) if worth[a] >= worth[b])


@given(SHEETS)
@settings(max_examples=60)
def test_packages_far_enough_apart_stand_in_the_same_order_by_points_and_by_utility(sheet):
    weights, scores = zip(*sheet, strict=True)
    made, exact = points(weights, scores), utilities(weights, scores)
    totals = made.totals()
    assert len(totals) == len(exact)
    tenths = np.array([made.of(utility) for utility in exact])
    higher, lower = np.nonzero(tenths[:, None] - tenths >= made.apart + 1e-6)
    assert (totals[higher] > totals[lower] - 1e-9).all()
    assert np.abs(totals - tenths).max() <= made.apart + 1e-6
    assert made.apart <= 1.5 * len(weights)  # a tenth for the best option, half a tenth for the others


def test_rounding_is_by_largest_remainders():
    assert points([1.0, 1.0, 1.0], [[0.0, 1.0]] * 3).stakes == (334, 333, 333)
    assert largest_remainders(np.array([0.5, 0.5, 2.0]), 3) == [1, 0, 2]


def test_the_worst_option_counts_as_nothing_and_weights_by_their_range():
    assert points([1.0, 1.0], [[0.5, 0.6], [0.0, 0.3]]).options == ((0, 250), (0, 750))


def test_where_nothing_is_at_stake_there_are_no_points():
    made = points([0.0, 1.0], [[0.0, 1.0], [0.4, 0.4]])
    assert (made.options, made.apart) == (((0, 0), (0, 0)), 0.0)
    assert made.totals().tolist() == [0, 0, 0, 0]


@given(st.lists(st.tuples(st.integers(0, 20), st.booleans()), max_size=12), st.floats(-10, 30))
@settings(max_examples=60)
def test_the_least_is_wrong_of_as_few_packages_as_possible(packages, wanted):
    totals = np.array([total for total, _ in packages], dtype=np.int64)
    enough = np.array([good for _, good in packages], dtype=bool)

    def wrong(least):
        return int(((totals >= least) != enough).sum())

    found = least_needed(totals, enough, wanted)
    fewest = min(wrong(least) for least in range(-11, 32))
    assert wrong(found) == fewest
    nearer = [x for x in range(-11, 32) if abs(x - wanted) < abs(found - wanted) - 1e-9]
    assert all(wrong(x) > fewest for x in nearer)


@pytest.mark.parametrize(("wanted", "least"), [(50.2, 50), (-30.0, -30), (130.4, 130)])
def test_where_every_least_is_right_the_nearest_is_taken(wanted, least):
    totals = np.array([0, 100])
    assert least_needed(totals, totals >= wanted, wanted) == least
