"""Sobol indices against known ones, and a plain reading of the formulas."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sensitivity_functions import (
    ISHIGAMI_FIRST,
    ISHIGAMI_SECOND,
    ISHIGAMI_TOTAL,
    blocks,
    g_function,
    g_indices,
    ishigami,
)

from sim.analysis.sensitivity.sobol_indices import sobol_indices
from sim.errors import InputError

WEIGHTS = (0, 1, 4.5, 9, 99)
FIGURES = ("first", "total", "second")


def test_ishigami():
    found = sobol_indices(blocks(ishigami, 3, 4096, second=True), second=True)
    assert found.first == pytest.approx(ISHIGAMI_FIRST, abs=0.01)
    assert found.total == pytest.approx(ISHIGAMI_TOTAL, abs=0.01)
    assert found.second == pytest.approx(ISHIGAMI_SECOND, abs=0.02)


def test_sobols_g_function():
    found = sobol_indices(
        blocks(lambda points: g_function(points, WEIGHTS), 5, 8192, second=True), second=True
    )
    first, second, total = g_indices(WEIGHTS)
    assert found.first == pytest.approx(first, abs=0.01)
    assert found.total == pytest.approx(total, abs=0.01)
    assert found.second == pytest.approx(second[np.triu_indices(5, 1)], abs=0.03)


def test_an_additive_function_has_no_more_in_all_than_alone():
    found = sobol_indices(blocks(lambda x: x @ [3.0, 2.0, 1.0], 3, 4096, second=True), second=True)
    assert found.first == pytest.approx(np.array([9, 4, 1]) / 14, abs=0.003)
    assert found.total == pytest.approx(np.array([9, 4, 1]) / 14, abs=0.003)
    assert found.second == pytest.approx([0, 0, 0], abs=0.01)


def plainly(outputs, inputs):
    """The formulas, input by input; outputs are counted from their mean."""
    outputs = outputs - outputs.mean()
    at_a, at_b = outputs[:, 0], outputs[:, -1]
    variance = np.var([*at_a, *at_b])
    first, total = [], []
    for i in range(inputs):
        from_b = outputs[:, 1 + i]
        first.append(np.mean(at_b * (from_b - at_a)) / variance)
        total.append(np.mean((at_a - from_b) ** 2) / 2 / variance)
    second = [
        np.mean(outputs[:, 1 + inputs + i] * outputs[:, 1 + j] - at_a * at_b) / variance - first[i] - first[j]
        for i in range(inputs)
        for j in range(i + 1, inputs)
    ]
    return first, total, second


@pytest.mark.parametrize("inputs", [1, 2, 5])
def test_the_formulas_read_plainly(inputs):
    outputs = np.random.default_rng(3).random((40, 2 * inputs + 2)) + 5
    found = sobol_indices(outputs, second=True)
    for name, expected in zip(FIGURES, plainly(outputs, inputs), strict=True):
        assert getattr(found, name) == pytest.approx(expected, rel=1e-9, abs=1e-12)
    without = sobol_indices(np.delete(outputs, range(1 + inputs, 1 + 2 * inputs), axis=1))
    assert without.second is None
    assert without.total == pytest.approx(found.total)


@given(shift=st.floats(-1e4, 1e4), scale=st.floats(1e-3, 1e3), sign=st.sampled_from([-1, 1]))
def test_where_zero_is_and_the_unit_do_not_matter(shift, scale, sign):
    outputs = np.random.default_rng(4).random((64, 8))
    found = sobol_indices(outputs, second=True)
    other = sobol_indices(shift + sign * scale * outputs, second=True)
    for name in (*FIGURES, "first_low", "total_high", "second_low"):
        assert getattr(other, name) == pytest.approx(getattr(found, name), rel=1e-6, abs=1e-6)


@given(order=st.permutations(range(4)))
def test_inputs_in_another_order(order):
    outputs = np.random.default_rng(5).random((64, 6))
    found = sobol_indices(outputs)
    other = sobol_indices(outputs[:, [0, *(1 + place for place in order), 5]])
    for name in ("first", "first_low", "total", "total_high"):
        assert getattr(other, name) == pytest.approx(getattr(found, name)[order], rel=1e-9, abs=1e-12)


@given(order=st.permutations(range(64)))
def test_rows_in_another_order(order):
    outputs = np.random.default_rng(6).random((64, 8))
    found, other = (sobol_indices(rows, second=True) for rows in (outputs, outputs[order]))
    for name in FIGURES:
        assert getattr(other, name) == pytest.approx(getattr(found, name), rel=1e-9, abs=1e-12)


def test_intervals_hold_the_truth_about_as_often_as_they_say():
    """Of rows drawn independently; of those of a Sobol sequence intervals are wider than need be."""
    rng, holds = np.random.default_rng(7), []
    for seed in range(200):
        a, b = rng.random((2, 256, 3))
        points = [a, *(np.where(np.arange(3) == i, b, a) for i in range(3)), b]
        found = sobol_indices(np.stack([ishigami(x) for x in points], axis=1), seed=seed)
        holds.append((found.first_low <= ISHIGAMI_FIRST) & (found.first_high >= ISHIGAMI_FIRST))
        holds.append((found.total_low <= ISHIGAMI_TOTAL) & (found.total_high >= ISHIGAMI_TOTAL))
    assert 0.92 < np.mean(holds) < 0.97


def test_the_seed_decides_the_interval_and_nothing_else():
    outputs = np.random.default_rng(8).random((64, 5))
    one, again, other = (sobol_indices(outputs, seed=seed) for seed in (1, 1, 2))
    assert np.array_equal(one.first_low, again.first_low)
    assert np.array_equal(one.first, other.first)
    assert not np.array_equal(one.first_low, other.first_low)


@pytest.mark.parametrize(
    ("outputs", "second", "message"),
    [
        (np.ones((64, 5)), False, "in all 320 worlds the output is 1: nothing can drive it"),
        (np.eye(64, 5), False, "in all but 2 of 128 worlds the output is 0: more worlds are needed"),
        (np.full((64, 5), np.nan), False, "the output is missing in 320 of 320 worlds"),
        (np.random.default_rng(1).random((64, 5)), True, "5 outputs in a row, expected 2 and two for each"),
        (np.random.default_rng(1).random((64, 2)), False, "2 outputs in a row, expected 2 and one for each"),
        (np.random.default_rng(1).random((10, 5)), False, "10 rows of worlds, expected at least 21 to say"),
    ],
)
def test_outputs_of_which_nothing_can_be_said(outputs, second, message):
    with pytest.raises(InputError, match=message):
        sobol_indices(outputs, second=second)


def test_one_resample_shows_nothing():
    with pytest.raises(InputError, match="resamples is 1, expected at least 2"):
        sobol_indices(np.random.default_rng(1).random((64, 5)), resamples=1)
