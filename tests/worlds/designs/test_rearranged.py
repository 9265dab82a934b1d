"""Iman and Conover's rearrangement."""

import numpy as np
import pytest
from scipy.stats import spearmanr

from sim.worlds.designs.groups import Group
from sim.worlds.designs.rearranged import rearranged


def group(correlation):
    factor = np.linalg.cholesky(correlation)
    names = tuple("abcdef"[: len(factor)])
    return Group(names, tuple(tuple(row[: place + 1]) for place, row in enumerate(factor.tolist())))


@pytest.mark.parametrize("worlds", [30, 300, 3000])
def test_chance_correlation_is_taken_out(worlds):
    rng = np.random.default_rng(4)
    columns = [rng.permutation(worlds) / worlds for _ in range(3)]
    wanted = np.array([[1, 0.7, 0.1], [0.7, 1, -0.3], [0.1, -0.3, 1]])
    new = rearranged(columns, group(wanted))
    scores = [
        2 * np.sin(np.pi * spearmanr(new[a], new[b]).statistic / 6) for a, b in ((0, 1), (0, 2), (1, 2))
    ]
    np.testing.assert_allclose(scores, [0.7, 0.1, -0.3], atol=3 / worlds**0.75)


def test_columns_hold_the_same_numbers_and_the_first_is_as_it_was():
    rng = np.random.default_rng(1)
    columns = [rng.exponential(size=100), rng.random(100)]
    new = rearranged(columns, group(np.array([[1, -0.9], [-0.9, 1]])))
    assert np.array_equal(new[0], columns[0])
    assert sorted(new[1]) == sorted(columns[1])
    assert spearmanr(*new).statistic < -0.8


@pytest.mark.parametrize("worlds", [1, 2, 3])
def test_a_few_worlds_do_not_fail(worlds):
    columns = [np.arange(worlds) / worlds] * 3
    new = rearranged(columns, group(np.array([[1, 0.5, 0.5], [0.5, 1, 0.5], [0.5, 0.5, 1]])))
    assert [sorted(column) for column in new] == [list(column) for column in columns]
