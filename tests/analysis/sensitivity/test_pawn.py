"""PAWN against SciPy's Kolmogorov-Smirnov distances, shares, and dummies that do nothing."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import ks_2samp

from sim.analysis.sensitivity.pawn import distances, pawn
from sim.analysis.sensitivity.slicing import sliced
from sim.errors import InputError


def some_inputs(worlds=600):
    rng = np.random.default_rng(1)
    return np.stack([rng.random(worlds), rng.random(worlds) < 0.3, rng.integers(0, 25, worlds)], axis=1) * 1.0


def test_distances_are_scipys():
    inputs = some_inputs()
    summed = inputs @ [3.0, 1.0, 0.1]
    for outputs in (summed, np.round(summed), (inputs[:, 0] > 0.4).astype(float)):
        found = pawn(inputs, outputs, dummies=1)
        for place, column in enumerate(inputs.T):
            labels = sliced(column)
            expected = [
                ks_2samp(outputs[labels == label], outputs, method="asymp").statistic for label in set(labels)
            ]
            assert found.max[place] == pytest.approx(max(expected))
            assert found.mean[place] == pytest.approx(np.mean(expected))
            assert found.median[place] == pytest.approx(np.median(expected))


def test_of_0_and_1_they_are_differences_of_shares():
    outputs = np.random.default_rng(2).random(100) < 0.4
    labels = np.arange(100) % 3
    expected = [abs(outputs[labels == label].mean() - outputs.mean()) for label in range(3)]
    assert distances(labels, outputs.astype(int)) == pytest.approx(expected)


@given(shift=st.floats(-100, 100), scale=st.floats(0.01, 100))
def test_only_order_matters(shift, scale):
    inputs = some_inputs(100)
    outputs = np.round(inputs @ [3.0, 1.0, 0.0], 3)
    found, other = (pawn(inputs, y, dummies=5) for y in (outputs, shift + scale * outputs))
    for name in ("median", "mean", "max", "noise_median", "noise_max"):
        assert getattr(other, name) == pytest.approx(getattr(found, name))


def test_inputs_in_another_order():
    inputs = some_inputs()
    outputs = inputs[:, 0] * inputs[:, 2]
    found, other = pawn(inputs, outputs, dummies=20), pawn(inputs[:, ::-1], outputs, dummies=20)
    assert np.array_equal(other.max, found.max[::-1])
    assert np.array_equal(other.noise_max, found.noise_max[::-1])


@pytest.mark.parametrize("binary", [False, True])
def test_what_does_nothing_is_seldom_above_the_dummies(binary):
    rng = np.random.default_rng(3)
    outputs = (rng.random(500) < 0.6).astype(float) if binary else rng.random(500)
    found = pawn(np.hstack([rng.random((500, 300)), rng.random((500, 20)) < 0.05]), outputs, dummies=100)
    assert found.above.mean() < 0.03


def test_what_goes_up_and_down_again_is_found():
    inputs = np.random.default_rng(4).random((1000, 2))
    found = pawn(inputs, np.abs(inputs[:, 0] - 0.5))
    assert found.above.tolist() == [True, False]


def test_the_seed_decides_the_dummies_and_nothing_else():
    inputs = some_inputs()
    one, again, other = (pawn(inputs, inputs[:, 0], dummies=5, seed=seed) for seed in (1, 1, 2))
    assert np.array_equal(one.noise_max, again.noise_max)
    assert not np.array_equal(one.noise_max, other.noise_max)
    assert np.array_equal(one.max, other.max)


def test_it_needs_a_dummy():
    with pytest.raises(InputError, match="dummies is 0, expected at least 1"):
        pawn(some_inputs(), some_inputs()[:, 0], dummies=0)
