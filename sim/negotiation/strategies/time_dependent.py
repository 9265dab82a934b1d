"""Demands that depend on the time alone, so that a party can plan its offers [Faratin1998]_."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

import numpy as np
from jaxtyping import Float, Int

from sim.negotiation import kernels
from sim.negotiation.seat import Seat
from sim.negotiation.strategies.choosing import Choosing
from sim.negotiation.strategies.strategy import Demanding
from sim.negotiation.table import ACCEPTS, Rows, Table

AHEAD = 64
"""For how many rounds offers are found in one pass over the packages."""


class TimeDependent(Demanding):
    """Asks for a share of the way from what it must have to its best, and less as time goes by.

    The demand is lo(t) = clamp((m1 - m0) a(t) + m0 - tolerance, m0, m1), where m1 is the highest utility
    over packages that cross no line the party holds, m0 the lowest such utility or the reservation value,
    whichever is more, and a(t) the share asked for at relative time t.

    Parameters
    ----------
    seat, choosing
        What the party sees; which of the packages that meet the demand it offers.
    tolerance
        An absolute utility.
    """

    minds_limits = True

    def __init__(self, seat: Seat, choosing: Choosing, tolerance: float = 0.0) -> None:
        super().__init__(seat, choosing)
        self.tolerance = tolerance
        self._planned = range(0)
        self._column = 0  # the place of this round in the plan
        self._demands: Float[np.ndarray, "rounds worlds"] = np.empty((0, len(seat.utilities)))
        self._offers: Int[np.ndarray, "rounds worlds"] = np.empty((0, len(seat.utilities)), dtype=np.int64)

    @abstractmethod
    def shares(self, times: Sequence[float]) -> list[float]:
        """Return a(t), between 0 and 1, for relative times."""

    def begin_round(self, rows: Rows) -> None:
        """Plan the offers of the coming rounds, where that has not been done or lines have changed."""
        seat = self.seat
        self._column = seat.round - self._planned.start
        if seat.round not in self._planned:
            self._planned, self._column = range(seat.round, min(seat.round + AHEAD, seat.rounds + 1)), 0
            shape = (len(self._planned), len(seat.utilities))
            self._demands, self._offers = np.empty(shape), np.empty(shape, dtype=np.int64)
            self._plan(rows)
        elif seat.changed.size:
            self._plan(np.intersect1d(rows, seat.changed, assume_unique=True))

    def replies(self, rows: Rows, table: Table) -> Rows:
        """Accept what meets the demand of this round, or make the offer planned for it."""
        utilities, signable, kind, _ = self.seat.mind  # a demand is never below what no deal is worth
        replies: np.ndarray = kernels.planned_replies(
            utilities,
            signable,
            kind,
            rows,
            table.offer,
            table.offered_by,
            self.seat.party,
            self._demands,
            self._offers,
            self._column,
            ACCEPTS,
        )
        return replies

    def demands(self, rows: Rows) -> Float[np.ndarray, "rows"]:
        """Return the utility asked for in this round."""
        return self._demands[self._column, rows]

    def demand(self, world: int) -> float:
        """Return the utility asked for in this round of one world."""
        return float(self._demands[self._column, world])

    def offers(self, rows: Rows) -> Rows:
        """Return the offers planned for this round."""
        return self._offers[self._column, rows]

    def _plan(self, rows: Rows) -> None:
        seat = self.seat
        no_deal = seat.no_deal_at(rows, np.array(self._planned))
        times = [round_ / (seat.rounds + 1) for round_ in self._planned]
        least = np.maximum(seat.lowest[rows, None], no_deal)
        shares = np.array(self.shares(times))
        demands = share_of_range(least, seat.highest[rows, None], shares, self.tolerance)
        self._demands[:, rows] = demands.T
        self._offers[:, rows] = self.choosing.ahead(rows, demands, no_deal).T


def share_of_range(
    least: Float[np.ndarray, "*#shape"],
    most: Float[np.ndarray, "*#shape"],
    share: float | Float[np.ndarray, "*#shape"],
    tolerance: float = 0.0,
) -> Float[np.ndarray, "*shape"]:
    """Return clamp((most - least) share + least - tolerance, least, most), infinite where least > most.

    Examples
    --------
    >>> share_of_range(np.array([0.2, 0.9]), np.array([0.8, 0.8]), 0.5)
    array([0.5, inf])
    """
    signable = most >= least
    spread = np.where(signable, most - least, 0.0)
    wanted = spread * share + np.where(signable, least, 0.0) - tolerance
    return np.where(signable, np.clip(wanted, least, most), np.inf)
