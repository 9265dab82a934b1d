"""Every distribution against SciPy's, and its law at the edges."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import stats

from sim.scenario.distributions import Beta, Certain, Choice, Triangular, TruncatedNormal, Uniform
from sim.worlds.quantiles import quantile

GRID = np.linspace(0, 0.999, 41)
CASES = [
    (Uniform(2, 5), stats.uniform(2, 3)),
    (Triangular(0.2, 0.5, 0.9), stats.triang(3 / 7, 0.2, 0.7)),
    (Triangular(0, 0, 1), stats.triang(0, 0, 1)),
    (Triangular(0, 1, 1), stats.triang(1, 0, 1)),
    (TruncatedNormal(0.5, 0.1, 0, 1), stats.truncnorm(-5, 5, 0.5, 0.1)),
    (TruncatedNormal(0.5, 2, 0.4, 0.7), stats.truncnorm(-0.05, 0.1, 0.5, 2)),
    (TruncatedNormal(0, 1, 4, 9), stats.truncnorm(4, 9)),
    (Beta(0.9, 20), stats.beta(18, 2)),
]


@pytest.mark.parametrize(("number", "oracle"), CASES)
def test_the_inverse_distribution_is_scipys(number, oracle):
    np.testing.assert_allclose(quantile(number, GRID), oracle.ppf(GRID), rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize(
    "number", [number for number, _ in CASES] + [Certain(0.4), Choice((0.2, 0.8), (1, 3))]
)
@given(arrays(float, 20, elements=st.floats(0, 1, exclude_max=True)))
def test_draws_stay_in_bounds_and_rise(number, uniform):
    drawn = quantile(number, np.sort(uniform))
    low, high = number.bounds
    assert (drawn >= low).all()
    assert (drawn <= high).all()
    assert (np.diff(drawn) >= 0).all()


def test_betas_rise_where_scipys_inverse_does_not():
    drawn = quantile(Beta(0.9, 20), np.array([2.2e-313, 2.2e-311, 2.0**-53]))
    assert (np.diff(drawn) >= 0).all()


def test_choices_come_by_their_relative_chance():
    drawn = quantile(Choice((0.2, 0.8, 0.5), (1, 3, 0)), np.array([0, 0.2499, 0.25, 0.9999]))
    assert drawn.tolist() == [0.2, 0.2, 0.8, 0.8]


def test_a_batch_is_drawn_as_its_worlds_one_by_one():
    uniform = np.random.default_rng(1).random(50)
    for number, _ in CASES:
        one_by_one = np.concatenate([quantile(number, uniform[i : i + 1]) for i in range(50)])
        assert np.array_equal(quantile(number, uniform), one_by_one)
