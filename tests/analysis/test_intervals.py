"""Wilson intervals against SciPy's."""

import numpy as np
import pytest
from scipy.stats import binomtest

from sim.analysis.intervals import wilson, with_shares


@pytest.mark.parametrize("total", [1, 2, 7, 100, 10_000])
def test_wilson_is_that_of_scipy(total):
    counts = np.unique(np.linspace(0, total, 12).round())
    oracle = [binomtest(int(count), total).proportion_ci(method="wilson") for count in counts]
    low, high = wilson(counts, total)
    assert low == pytest.approx([interval.low for interval in oracle], abs=1e-12)
    assert high == pytest.approx([interval.high for interval in oracle], abs=1e-12)


def test_wider_confidence_is_that_of_scipy():
    low, high = wilson(np.array([3.0]), 10, z=2.5758293035489004)
    oracle = binomtest(3, 10).proportion_ci(confidence_level=0.99, method="wilson")
    assert (low[0], high[0]) == pytest.approx((oracle.low, oracle.high), abs=1e-12)


def test_of_no_worlds_nothing_is_known():
    columns = with_shares(np.array([0.0, 0.0]), 0)
    assert columns["low"].tolist() == [0, 0]
    assert columns["high"].tolist() == [1, 1]
    assert np.isnan(columns["share"]).all()


def test_with_shares_counts_in_whole_numbers():
    columns = with_shares(np.array([1.0, 3.0]), 4)
    assert columns["count"].dtype == np.int64
    assert columns["share"].tolist() == [0.25, 0.75]


def test_none_and_all_are_within_their_intervals_to_the_last_digit():
    for total in range(1, 400):
        low, high = wilson(np.array([0.0, float(total)]), total)
        assert (low[0], high[1]) == (0, 1)
