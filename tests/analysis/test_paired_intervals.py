"""Intervals of paired differences against printed figures, SciPy, and every sample there is."""

import math

import numpy as np
import pytest
from scipy.stats import multinomial, ttest_1samp

from sim.analysis.paired_intervals import flips_by_chance, mean_with_interval, paired_shares


def interval(gained, lost, pairs):
    low, high = paired_shares(np.array([float(gained)]), np.array([float(lost)]), pairs)
    return float(low[0]), float(high[0])


def test_bonett_price_as_printed():
    """The example of ci.prop.ps(.05, 12, 4, 26, 6) in D. G. Bonett's R package statpsych."""
    assert interval(26, 4, 48) == pytest.approx((0.2548067, 0.6251933), abs=5e-8)


def test_bonett_price_standard_error_as_printed():
    """The example of se.prop.ps(16, 64, 5, 15) in the R package vcmeta: 0.5784314, 0.05953213."""
    low, high = interval(64, 5, 100)
    assert (low + high) / 2 == pytest.approx(0.5784314, abs=5e-8)
    assert (high - low) / 2 / 1.959964 == pytest.approx(0.05953213, abs=5e-8)


@pytest.mark.parametrize("gain", [0.05, 0.15, 0.3])
@pytest.mark.parametrize("loss", [0.05, 0.2])
def test_coverage_over_every_sample(gain, loss):
    pairs = 60
    gained, lost = np.meshgrid(np.arange(pairs + 1), np.arange(pairs + 1))
    possible = gained + lost <= pairs
    gained, lost = gained[possible], lost[possible]
    chance = multinomial.pmf(
        np.stack([gained, lost, pairs - gained - lost], axis=1), pairs, [gain, loss, 1 - gain - loss]
    )
    low, high = paired_shares(gained.astype(float), lost.astype(float), pairs)
    covered = chance[(low <= gain - loss) & (gain - loss <= high)].sum()
    assert 0.945 < covered < 0.99


@pytest.mark.parametrize(
    ("gained", "lost", "pairs"), [(0, 0, 1), (5, 0, 5), (0, 5, 5), (0, 0, 10_000), (9_999, 1, 10_000)]
)
def test_the_interval_holds_the_difference_and_stays_within_what_is_possible(gained, lost, pairs):
    low, high = interval(gained, lost, pairs)
    assert -1 <= low <= (gained - lost) / pairs <= high <= 1
    assert low < high


def test_only_flips_widen_the_interval():
    few, many = interval(12, 10, 1000), interval(212, 210, 1000)
    assert many[1] - many[0] > 3 * (few[1] - few[0])


def test_chance_of_flips():
    assert flips_by_chance(0, 0) == 1
    assert flips_by_chance(5, 5) == 1
    assert flips_by_chance(7, 1) == flips_by_chance(1, 7) == pytest.approx(2 * (1 + 8) / 2**8)


def test_a_mean_has_the_interval_of_students_test():
    numbers = np.random.default_rng(1).normal(0.3, 1, 40)
    expected = ttest_1samp(numbers, 0).confidence_interval(0.95)
    assert mean_with_interval(numbers) == pytest.approx((numbers.mean(), expected.low, expected.high))


def test_of_one_world_there_is_no_interval():
    mean, low, high = mean_with_interval(np.array([0.5]))
    assert mean == 0.5
    assert math.isnan(low)
    assert math.isnan(high)
