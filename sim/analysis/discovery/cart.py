"""Boxes as the leaves of a classification tree [Breiman1984]_, grown by scikit-learn, an optional extra."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from jaxtyping import Bool, Float, Int

from sim.analysis.discovery.bounds import Bounds, cut_above, cut_below, everything
from sim.analysis.discovery.boxes import Boxes
from sim.analysis.discovery.columns import Columns, columns_of, marks_of
from sim.analysis.discovery.moves import Step
from sim.analysis.discovery.objectives import Count
from sim.errors import InputError, Problem

NEEDS = "cart needs scikit-learn: pip install 'guarantee-sim[discovery]'"
LEAF = -1


def cart(
    inputs: pd.DataFrame,
    of_interest: object,
    *,
    least_mass: float = 0.05,
    depth: int | None = None,
    seed: int = 0,
) -> Boxes:
    """Grow a tree that tells the worlds of interest from the others; return its leaves as boxes.

    Every world is in one box. The densest comes first; of equals, the one with more worlds, then that of the
    smaller values.

    Parameters
    ----------
    inputs, of_interest
        As for `prim`. A split asks whether a number is below a value, or whether it is a certain category.
    least_mass
        Share of all worlds that a leaf has to have.
    depth
        The most conditions that lead to a leaf; any number if None.
    seed
        Decides which of several equally good splits is taken.

    Raises
    ------
    InputError
        If scikit-learn is not installed, or with everything that is wrong with what was given.

    Examples
    --------
    >>> drawn = pd.DataFrame({"cost": np.arange(100.0), "held": np.arange(100) % 2 == 0})
    >>> leaves = cart(drawn, (drawn["cost"] > 49) & drawn["held"])
    >>> leaves.table[["coverage", "density", "worlds"]].to_dict("list")
    {'coverage': [1.0, 0.0, 0.0], 'density': [1.0, 0.0, 0.0], 'worlds': [25, 50, 25]}
    >>> leaves[0].limits
    {'cost': Between(low=49.0, high=inf), 'held': Among(kept=(True,))}
    """
    if problems := list(_wrong_settings(least_mass, depth)):
        raise InputError(problems)
    columns = columns_of(inputs)
    interest = marks_of("of_interest", of_interest, columns.worlds)
    if not columns.order:
        raise InputError([Problem("no inputs, expected at least one")])
    if not interest.any():
        raise InputError([Problem("no world is of interest, expected at least one")])
    features, meaning = _features(columns)
    tree = _Tree(_grown(features, interest, least_mass, depth, seed), columns, features, meaning)
    everyone = np.ones(columns.worlds, dtype=bool)
    leaves = [
        Step(bounds, Count(int(worlds.sum()), int(interest[worlds].sum())))
        for bounds, worlds in tree.leaves(0, everything(columns), everyone)
    ]
    return Boxes(columns, interest, everyone, tuple(sorted(leaves, key=_densest)))


def _features(columns: Columns) -> tuple[Int[np.ndarray, "worlds features"], list[tuple[int, int | None]]]:
    """Return what splits may ask: the rank of each number, and whether it is a certain category.

    scikit-learn reads single precision, in which different numbers may be the same; ranks it reads exactly.
    """
    asked: list[np.ndarray] = [np.unique(row, return_inverse=True)[1] for row in columns.numbers]
    meaning: list[tuple[int, int | None]] = [(row, None) for row in range(len(columns.numbers))]
    for row, categories in enumerate(columns.categories):
        # of an event, one question is enough
        for category in [1] if categories == (False, True) else range(len(categories)):
            asked.append(columns.codes[row] == category)
            meaning.append((row, category))
    return np.column_stack(asked).astype(np.int64), meaning


def _grown(
    features: Int[np.ndarray, "worlds features"],
    interest: Bool[np.ndarray, "worlds"],
    least_mass: float,
    depth: int | None,
    seed: int,
) -> Any:
    try:
        from sklearn.tree import DecisionTreeClassifier  # noqa: PLC0415  (an optional extra)
    except ImportError as error:
        raise InputError([Problem(NEEDS)]) from error
    least = max(1, int(np.ceil(least_mass * len(interest))))
    grower = DecisionTreeClassifier(min_samples_leaf=least, max_depth=depth, random_state=seed)
    return grower.fit(features, interest).tree_


@dataclass(frozen=True, eq=False)
class _Tree:
    """A tree that was grown, and what its splits ask."""

    grown: Any
    columns: Columns
    features: Int[np.ndarray, "worlds features"]
    meaning: list[tuple[int, int | None]]

    def leaves(
        self, node: int, bounds: Bounds, worlds: Bool[np.ndarray, "worlds"]
    ) -> Iterator[tuple[Bounds, Bool[np.ndarray, "worlds"]]]:
        """Yield bounds and worlds of each leaf under a node, those of smaller values first."""
        if self.grown.children_left[node] == LEAF:
            yield bounds, worlds
            return
        feature = int(self.grown.feature[node])
        small = self.features[:, feature] <= self.grown.threshold[node]
        row, category = self.meaning[feature]
        if category is None:
            left, right = _split_number(self.columns.numbers[row], worlds, small, row, bounds)
        else:
            left, right = _split_category(bounds, row, category)
        yield from self.leaves(int(self.grown.children_left[node]), left, worlds & small)
        yield from self.leaves(int(self.grown.children_right[node]), right, worlds & ~small)


def _split_number(
    values: Float[np.ndarray, "worlds"],
    worlds: Bool[np.ndarray, "worlds"],
    small: Bool[np.ndarray, "worlds"],
    row: int,
    bounds: Bounds,
) -> tuple[Bounds, Bounds]:
    """Split midway between the two values next to the split."""
    below, above = float(values[worlds & small].max()), float(values[worlds & ~small].min())
    return bounds.with_high(row, cut_below(below, above)), bounds.with_low(row, cut_above(below, above))


def _split_category(bounds: Bounds, row: int, category: int) -> tuple[Bounds, Bounds]:
    alone = bounds
    for other in np.flatnonzero(np.arange(len(bounds.allowed[row])) != category):
        alone = alone.with_category(row, int(other), allowed=False)
    return bounds.with_category(row, category, allowed=False), alone


def _densest(step: Step) -> tuple[float, int]:
    return -step.count.of_interest / step.count.worlds, -step.count.worlds


def _wrong_settings(least_mass: float, depth: int | None) -> Iterator[Problem]:
    if not 0 < least_mass < 1:
        yield Problem(f"least_mass is {least_mass:g}, expected a share above 0 and below 1")
    if depth is not None and depth < 1:
        yield Problem(f"depth is {depth}, expected at least 1, or none for any")
