"""Which of the packages that are good enough to offer: the worst, or the most considerate of them."""

from __future__ import annotations

from abc import ABC, abstractmethod

import numpy as np
from jaxtyping import Bool, Float, UInt64

from sim.negotiation.seat import Seat
from sim.negotiation.strategies.ordinals import LAST, ordinals
from sim.negotiation.table import Rows

NEARLY = 1e-6  # a package this little below the demand is offered if it is strictly nearer to it


class Choosing(ABC):
    """Picks one package for each world, in every round, to meet the demand of that round.

    The candidates' utilities are kept as ordinal numbers, so that a turn is one subtraction: distances
    above the demand, modulo 2^64, are smallest for the nearest candidate that meets it and largest for
    the nearest that does not. What is no candidate lies beyond all that meet it.

    Parameters
    ----------
    seat
        What the party sees; candidates are marked anew when its `acceptable` is replaced.
    """

    def __init__(self, seat: Seat) -> None:
        self.seat = seat
        self._ordinals = ordinals(seat.utilities)
        self._kept = np.full_like(self._ordinals, LAST)
        self._candidates = np.zeros(self._kept.shape, dtype=bool)
        self._marked_for: Bool[np.ndarray, "worlds packages"] | None = None

    @abstractmethod
    def __call__(self, rows: Rows, demands: Float[np.ndarray, "rows"]) -> Rows:
        """Pick a package in each of the worlds `rows`: any, where no acceptable one meets the demand."""

    def candidates(self) -> Bool[np.ndarray, "worlds packages"]:
        """Mark the packages that some demand could pick."""
        return self.seat.acceptable

    def distances(
        self, rows: Rows, demands: Float[np.ndarray, "rows"]
    ) -> UInt64[np.ndarray, "rows packages"]:
        """Return how far each candidate is above the demand, counted in floats, modulo 2^64."""
        if self._marked_for is not self.seat.acceptable:
            self._mark()
        asked = ordinals(demands)[:, None]
        if len(rows) == len(self._kept):  # rows are sorted: all worlds, no need to copy
            return self._kept - asked
        distances = self._kept[rows]
        distances -= asked
        return distances

    def _mark(self) -> None:
        """Bring up to date which ordinals are kept; from round to round, few of them change."""
        candidates = self.candidates()
        changed = np.flatnonzero(candidates != self._candidates)
        self._kept.flat[changed] = np.where(candidates.flat[changed], self._ordinals.flat[changed], LAST)
        self._candidates = candidates
        self._marked_for = self.seat.acceptable


class WorstGoodEnough(Choosing):
    """Picks the acceptable package whose utility is lowest among those that meet the demand.

    Equal utilities go to the lowest index. A package up to 1e-6 short of the demand is picked if it is
    strictly nearer to it than any that meets it.
    """

    def __call__(self, rows: Rows, demands: Float[np.ndarray, "rows"]) -> Rows:
        """Pick the nearest from above, or from just below."""
        distances = self.distances(rows, demands)
        above, below = distances.argmin(axis=1), distances.argmax(axis=1)
        more, less = self.seat.utilities[rows, above], self.seat.utilities[rows, below]
        short = self.seat.acceptable[rows, below] & (less < demands) & (less >= demands - NEARLY)
        return np.where(short & (demands - less < more - demands), below, above)


class Considerate(Choosing):
    """Picks, among the packages that meet the demand, the worst of those that cross fewest stated lines.

    Counted are the lines that the other parties at the table have *stated*: what is held, nobody sees.
    Equal utilities go to the lowest index.
    """

    def __call__(self, rows: Rows, demands: Float[np.ndarray, "rows"]) -> Rows:
        """Pick the nearest from above."""
        return self.distances(rows, demands).argmin(axis=1)

    def candidates(self) -> Bool[np.ndarray, "worlds packages"]:
        """Mark what is worth more than every acceptable package that crosses fewer stated lines.

        Of these, those that cross more lines are worth more: the worst that meets a demand crosses fewest.
        """
        _, level, sizes = np.unique(self.seat.stated_by_others, return_inverse=True, return_counts=True)
        worth = np.where(self.seat.acceptable, self.seat.utilities, -np.inf)
        by_level = np.argsort(level, kind="stable")
        best = np.maximum.reduceat(worth[:, by_level], np.cumsum(sizes) - sizes, axis=1)
        best_of_lower = np.full_like(best, -np.inf)
        best_of_lower[:, 1:] = np.maximum.accumulate(best, axis=1)[:, :-1]
        return worth > best_of_lower.take(level, axis=1)
