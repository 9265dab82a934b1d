"""The bootstrap as counts."""

import numpy as np
import pytest

from sim.analysis.sensitivity.resampling import ends, resampling_counts


def test_each_resample_draws_as_many_rows_and_each_row_as_often():
    counts = resampling_counts(50, 4000, seed=1)
    assert (counts.sum(axis=1) == 50).all()
    assert counts.mean(axis=0) == pytest.approx(np.ones(50), abs=0.1)
    assert counts.var(axis=0) == pytest.approx(np.full(50, 49 / 50), abs=0.15)


def test_the_error_of_a_mean_is_the_known_one():
    numbers = np.random.default_rng(2).normal(3, 2, 400)
    low, high = ends(
        np.array([numbers.mean()]), resampling_counts(400, 3000, seed=3) @ numbers[:, None] / 400
    )
    assert high[0] - low[0] == pytest.approx(2 * 1.96 * numbers.std() / 20, rel=0.05)
    assert (low[0] + high[0]) / 2 == pytest.approx(numbers.mean())
