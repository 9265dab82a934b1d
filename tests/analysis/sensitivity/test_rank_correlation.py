"""Rank correlation against SciPy's, and how often its interval holds."""

import numpy as np
import pytest
from scipy.stats import spearmanr

from sim.analysis.sensitivity.rank_correlation import interval, rank_correlation
from sim.errors import InputError


def test_it_is_scipys_with_ties_too():
    rng = np.random.default_rng(1)
    inputs = np.stack([rng.random(300), rng.integers(0, 4, 300), rng.random(300) < 0.2], axis=1).astype(float)
    for outputs in (inputs @ [1.0, 0.3, -2.0], (inputs[:, 0] + rng.random(300) > 1).astype(float)):
        found = rank_correlation(inputs, outputs)
        expected = [spearmanr(column, outputs).statistic for column in inputs.T]
        assert found.rank == pytest.approx(expected, abs=1e-12)
        assert (found.low < found.rank).all()
        assert (found.rank < found.high).all()


def test_standard_error_as_printed():
    """The example of se.spear(.40, 55), after Bonett and Wright, in the R package vcmeta: 0.1210569."""
    low, high = interval(np.array([0.4]), 55, z=1.0)
    before = (np.arctanh(high[0]) - np.arctanh(low[0])) / 2
    assert before * (1 - 0.4**2) == pytest.approx(0.1210569, abs=5e-8)


def test_only_order_matters():
    inputs = np.random.default_rng(2).random((200, 3))
    outputs = inputs[:, 0] + inputs[:, 1] ** 2
    found, other = rank_correlation(inputs, outputs), rank_correlation(np.exp(inputs), outputs**3)
    assert np.array_equal(found.rank, other.rank)
    assert rank_correlation(inputs, -outputs).rank == pytest.approx(-found.rank)
    assert rank_correlation(inputs[:, ::-1], outputs).rank == pytest.approx(found.rank[::-1])


@pytest.mark.parametrize("sign", [1, -1])
def test_of_what_is_in_the_same_order_there_is_no_doubt(sign):
    inputs = np.random.default_rng(3).random((100, 1))
    found = rank_correlation(inputs, sign * inputs[:, 0] ** 3)
    assert found.rank[0] == found.low[0] == found.high[0] == sign


@pytest.mark.parametrize("binary", [False, True])
def test_the_interval_of_what_does_nothing_holds_0_about_as_often_as_it_says(binary):
    rng = np.random.default_rng(4)
    outputs = rng.random(400) > 0.7 if binary else rng.random(400)
    found = rank_correlation(rng.random((400, 2000)), outputs.astype(float))
    assert np.mean((found.low <= 0) & (found.high >= 0)) == pytest.approx(0.95, abs=0.015)


def test_all_that_is_wrong_is_said_at_once():
    inputs = np.random.default_rng(5).random((50, 3))
    inputs[:, 1], inputs[7, 2] = 4, np.nan
    with pytest.raises(InputError) as error:
        rank_correlation(inputs, np.zeros(50))
    assert [problem.message for problem in error.value.problems] == [
        "input 1 is 4 in all 50 worlds: it drives nothing there",
        "input 2 is missing in 1 of 50 worlds",
        "in all 50 worlds the output is 0: nothing can drive it",
    ]
