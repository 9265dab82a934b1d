"""The limits of a box as arrays, and which worlds are within them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Bool, Float

from sim.analysis.discovery.columns import Columns


@dataclass(frozen=True, eq=False)
class Bounds:
    """What a box allows: a range of each number, and some categories.

    Parameters
    ----------
    low, high
        Both ends are inside; infinite where nothing is cut off.
    allowed
        One array of each categorical input.
    """

    low: Float[np.ndarray, "numbers"]
    high: Float[np.ndarray, "numbers"]
    allowed: tuple[Bool[np.ndarray, "..."], ...]

    @property
    def restricted(self) -> int:
        """How many inputs are restricted."""
        numbers = np.count_nonzero((self.low > -np.inf) | (self.high < np.inf))
        return int(numbers) + sum(not allowed.all() for allowed in self.allowed)

    def with_low(self, row: int, limit: float) -> Bounds:
        """Return other bounds, with another lower limit of a number."""
        return replace(self, low=_with(self.low, row, limit))

    def with_high(self, row: int, limit: float) -> Bounds:
        """Return other bounds, with another upper limit of a number."""
        return replace(self, high=_with(self.high, row, limit))

    def with_category(self, row: int, category: int, *, allowed: bool) -> Bounds:
        """Return other bounds, which allow or do not allow a category."""
        rows = list(self.allowed)
        rows[row] = _with(rows[row], category, allowed)
        return replace(self, allowed=tuple(rows))


def everything(columns: Columns) -> Bounds:
    """Return bounds that hold all worlds."""
    many = len(columns.number_names)
    allowed = tuple(np.ones(len(categories), dtype=bool) for categories in columns.categories)
    return Bounds(np.full(many, -np.inf), np.full(many, np.inf), allowed)


def within(columns: Columns, bounds: Bounds) -> Bool[np.ndarray, "worlds"]:
    """Tell which worlds are within bounds."""
    inside = np.ones(columns.worlds, dtype=bool)
    for row in np.flatnonzero(bounds.low > -np.inf):
        inside &= columns.numbers[row] >= bounds.low[row]
    for row in np.flatnonzero(bounds.high < np.inf):
        inside &= columns.numbers[row] <= bounds.high[row]
    for codes, allowed in zip(columns.codes, bounds.allowed, strict=True):
        if not allowed.all():
            inside &= allowed[codes]
    return inside


def cut_above(below: float, above: float) -> float:
    """Return a lower limit between neighbouring values: the midpoint, or the upper if none is between."""
    middle = (below + above) / 2
    return middle if below < middle else above


def cut_below(below: float, above: float) -> float:
    """Return an upper limit between neighbouring values: the midpoint, or the lower if none is between."""
    middle = (below + above) / 2
    return middle if middle < above else below


def _with(array: np.ndarray, place: int, value: object) -> np.ndarray:
    changed = array.copy()
    changed[place] = value
    return changed
