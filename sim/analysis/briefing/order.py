"""Preferences of which only the order is known, as places: there are no points that could add up."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Int

from sim.scenario import Scenario


@dataclass(frozen=True, eq=False)
class Order:
    """The place of every package in a party's order.

    Parameters
    ----------
    places
        From 1, for what it likes best; packages that it likes as much have the same. 0 for packages that a
        rule forbids.
    last
        How many places there are.
    """

    places: Int[np.ndarray, "packages"]
    last: int

    def totals(self) -> Int[np.ndarray, "packages"]:
        """Return how many places lie below each package: more is better, as with points."""
        return np.where(self.places > 0, self.last - self.places, 0)

    def at(self, place: int) -> list[int]:
        """List the packages in a place, by their index."""
        found: list[int] = np.flatnonzero(self.places == place).tolist()
        return found


def order(case: Scenario, utility: np.ndarray) -> Order:
    """Turn the equal steps of an order (`sim.scenario.ordering`) into places.

    Examples
    --------
    >>> import sim
    >>> case = sim.load("published/prisoners-dilemma")
    >>> order(case, np.array([1 / 3, 1.0, 0.0, 2 / 3])).places.tolist()
    [3, 1, 4, 2]
    """
    possible = case.space.possible
    steps, step = np.unique(utility[possible], return_inverse=True)
    places = np.zeros(case.space.size, dtype=np.int64)
    places[possible] = len(steps) - step
    return Order(places, len(steps))
