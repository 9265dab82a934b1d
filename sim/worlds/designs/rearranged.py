"""Correlated columns of a Latin hypercube: the same numbers in another order [ImanConover1982]_."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from jaxtyping import Float, Int

from sim.scenario.correlation import is_possible
from sim.worlds.designs.groups import Group
from sim.worlds.designs.latin_hypercube import LatinHypercube
from sim.worlds.designs.normal_scores import mixed, normal_scores


@dataclass(frozen=True)
class Rearranged:
    """The uniform numbers of a Latin hypercube, those of some groups of quantities rearranged.

    Of these quantities the whole columns are worked out, and kept while worlds of the same hypercube are
    asked for. The first quantity of a group keeps its numbers.
    """

    cube: LatinHypercube
    groups: tuple[Group, ...]

    @property
    def worlds(self) -> int:
        """How many numbers each name gives."""
        return self.cube.worlds

    def __call__(self, name: str) -> Float[np.ndarray, "worlds"]:
        """Return the numbers of one quantity."""
        if not any(name in group.names for group in self.groups):
            return self.cube(name)
        first, last = self.cube.first, self.cube.first + self.cube.worlds
        return _columns(self.cube.seed, self.cube.of, self.groups)[name][first:last]


@lru_cache(maxsize=2)
def _columns(seed: int, of: int, groups: tuple[Group, ...]) -> dict[str, np.ndarray]:
    whole = LatinHypercube(seed, 0, of, of)
    columns: dict[str, np.ndarray] = {}
    for group in groups:
        columns |= zip(group.names, rearranged([whole(name) for name in group.names], group), strict=True)
    return columns


def rearranged(
    columns: Sequence[Float[np.ndarray, "worlds"]], group: Group
) -> list[Float[np.ndarray, "worlds"]]:
    """Put columns into orders that have the group's correlations.

    The columns' normal scores are made correlated; each column then takes the order of its new scores. What
    correlation the scores have by chance is taken out first, unless there are too few worlds to tell.

    Examples
    --------
    >>> columns = [np.arange(8) / 8, np.array([5, 2, 7, 0, 3, 6, 1, 4]) / 8]
    >>> _, other = rearranged(columns, Group(("a", "b"), ((1.0,), (0.99, 0.141))))
    >>> (other * 8).astype(int).tolist()
    [0, 1, 3, 2, 4, 5, 6, 7]
    """
    scores = [normal_scores((_ranks(column) + 1) / (len(column) + 1)) for column in columns]
    return [
        np.sort(column)[_ranks(mixed(scores, row))] if any(row[:place]) else column
        for place, (column, row) in enumerate(zip(columns, _factor(scores, group).tolist(), strict=True))
    ]


def _factor(scores: Sequence[np.ndarray], group: Group) -> Float[np.ndarray, "names names"]:
    """Return P Q^-1, of the wanted correlations P P^T and those found, Q Q^T."""
    size = len(scores)
    wanted = np.zeros((size, size))
    for place, row in enumerate(group.factor):
        wanted[place, : place + 1] = row
    length = np.sum(scores[0] ** 2)
    if length == 0:  # a single world
        return wanted
    found = np.array([[np.sum(one * other) for other in scores] for one in scores]) / length
    return wanted @ np.linalg.inv(np.linalg.cholesky(found)) if is_possible(found) else wanted


def _ranks(numbers: np.ndarray) -> Int[np.ndarray, "worlds"]:
    ranks = np.empty(len(numbers), dtype=np.int64)
    ranks[np.argsort(numbers, kind="stable")] = np.arange(len(numbers))
    return ranks
