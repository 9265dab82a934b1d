"""Which of the packages that are good enough to offer: the worst, or the most considerate of them."""

from __future__ import annotations

from abc import ABC, abstractmethod

import numpy as np
from jaxtyping import Float, Int

from sim.negotiation import kernels
from sim.negotiation.seat import Seat
from sim.negotiation.table import Rows

NEARLY = 1e-6  # a package this little below the demand is offered if it is strictly nearer to it


class Choosing(ABC):
    """Picks a package that meets a demand, -1 where no acceptable one does.

    Parameters
    ----------
    seat
        What the party sees.

    Attributes
    ----------
    levels
        Packages of a lower level come first, whatever they are worth.
    nearly
        How far below the demand, in utility, a package may lie if it is strictly nearer.
    """

    nearly = 0.0

    def __init__(self, seat: Seat) -> None:
        self.seat = seat
        self.levels = self._levels()

    @abstractmethod
    def _levels(self) -> Int[np.ndarray, "packages"]:
        """Rank the packages: lower comes first."""

    def __call__(self, rows: Rows, demands: Float[np.ndarray, "rows"]) -> Rows:
        """Pick a package in each of the worlds `rows` for the demand of this round."""
        if np.isnan(demands).any():
            raise ValueError("a demand is not a number")
        no_deal = self.seat.reservation_values[rows]
        return self.ahead(rows, np.maximum(demands, no_deal)[:, None], no_deal[:, None])[:, 0]

    def ahead(
        self,
        rows: Rows,
        demands: Float[np.ndarray, "rows rounds"],
        no_deal: Float[np.ndarray, "rows #rounds"],
    ) -> Int[np.ndarray, "rows rounds"]:
        """Pick packages for the demands of many rounds, none below what no deal is worth then."""
        utilities, signable, kind, _ = self.seat.mind
        picked: np.ndarray = kernels.pick(
            utilities, signable, kind, self.levels, rows, demands, no_deal, self.nearly
        )
        return picked


class WorstGoodEnough(Choosing):
    """Picks the acceptable package whose utility is lowest among those that meet the demand.

    Equal utilities go to the lowest index. A package up to 1e-6 short of the demand is picked if it is
    strictly nearer to it than any that meets it.
    """

    nearly = NEARLY

    def _levels(self) -> Int[np.ndarray, "packages"]:
        return np.zeros(self.seat.utilities.shape[1], dtype=np.int64)


class Considerate(Choosing):
    """Picks, among the packages that meet the demand, the worst of those that cross fewest stated lines.

    Counted are the lines that the other parties at the table have *stated*: what is held, nobody sees.
    Equal utilities go to the lowest index.
    """

    def _levels(self) -> Int[np.ndarray, "packages"]:
        return self.seat.levels
