"""Slices: a value each, or alike in size."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.analysis.sensitivity.slicing import sliced
from sim.errors import InputError


@pytest.mark.parametrize("worlds", [20, 1000, 1003])
def test_of_numbers_they_are_alike_in_size(worlds):
    sizes = np.bincount(sliced(np.random.default_rng(1).random(worlds), 10))
    assert len(sizes) == 10
    assert sizes.max() - sizes.min() <= 1


def test_a_few_values_have_a_slice_each():
    column = np.array([3.0, 1.0, 7.0, 3.0])
    assert sliced(column, 3).tolist() == [1, 0, 2, 1]
    assert sliced(column > 2, 10).tolist() == [1, 0, 1, 1]


@given(st.lists(st.integers(0, 30), min_size=1, max_size=80), st.integers(2, 12))
def test_they_follow_the_values_without_a_gap(numbers, slices):
    column = np.array(numbers, float)
    labels = sliced(column, slices)
    assert set(labels) == set(range(labels.max() + 1))
    assert labels.max() < slices
    order = np.argsort(column, kind="stable")
    assert (np.diff(labels[order]) >= 0).all()
    for value in set(numbers):
        assert len(set(labels[column == value])) == 1


def test_one_slice_shows_nothing():
    with pytest.raises(InputError, match="slices is 1, expected at least 2"):
        sliced(np.array([0.0, 1.0]), 1)
