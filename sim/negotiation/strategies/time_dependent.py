"""Demands that depend on the time alone, so that a party can plan its offers [Faratin1998]_."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Int

from sim.negotiation import kernels
from sim.negotiation.seat import Seat
from sim.negotiation.strategies.choosing import Choosing
from sim.negotiation.strategies.strategy import Demanding
from sim.negotiation.table import ACCEPTS, Rows, Table

AHEAD = 64
"""For how many rounds offers are found in one pass over the packages."""


@dataclass(frozen=True)
class Plan:
    """What a party will ask for, and offer, in some rounds to come."""

    rounds: range
    demands: Float[np.ndarray, "rounds worlds"]
    offers: Int[np.ndarray, "rounds worlds"]

    def copy(self) -> Plan:
        """Return a plan that can be changed on its own."""
        return Plan(self.rounds, self.demands.copy(), self.offers.copy())


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
        self._plan: Plan
        self._column = 0  # the place of this round in the plan

    @abstractmethod
    def shares(self, times: Sequence[float]) -> list[float]:
        """Return a(t), between 0 and 1, for relative times."""

    def begin_round(self, rows: Rows) -> None:
        """Plan the offers of the coming rounds, where that has not been done or lines have changed."""
        seat = self.seat
        if seat.round == 1:
            if self.prepared is None:
                self.prepared = self._planned(rows)
            self._plan = self.prepared
        elif seat.round not in self._plan.rounds:
            self._plan = self._planned(rows)
        elif seat.changed.size:
            if self._plan is self.prepared:
                self._plan = self._plan.copy()
            self._fill_in(self._plan, np.intersect1d(rows, seat.changed, assume_unique=True))
        self._column = seat.round - self._plan.rounds.start

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
            self._plan.demands,
            self._plan.offers,
            self._column,
            ACCEPTS,
        )
        return replies

    def demands(self, rows: Rows) -> Float[np.ndarray, "rows"]:
        """Return the utility asked for in this round."""
        return self._plan.demands[self._column, rows]

    def demand(self, world: int) -> float:
        """Return the utility asked for in this round of one world."""
        return float(self._plan.demands[self._column, world])

    def offers(self, rows: Rows) -> Rows:
        """Return the offers planned for this round."""
        return self._plan.offers[self._column, rows]

    def _planned(self, rows: Rows) -> Plan:
        seat = self.seat
        ahead = range(seat.round, min(seat.round + AHEAD, seat.rounds + 1))
        shape = (len(ahead), len(seat.utilities))
        plan = Plan(ahead, np.empty(shape), np.empty(shape, dtype=np.int64))
        self._fill_in(plan, rows)
        return plan

    def _fill_in(self, plan: Plan, rows: Rows) -> None:
        seat = self.seat
        no_deal = seat.no_deal_at(rows, np.array(plan.rounds))
        times = [round_ / (seat.rounds + 1) for round_ in plan.rounds]
        least = np.maximum(seat.lowest[rows, None], no_deal)
        shares = np.array(self.shares(times))
        demands = share_of_range(least, seat.highest[rows, None], shares, self.tolerance)
        plan.demands[:, rows] = demands.T
        plan.offers[:, rows] = self.choosing.ahead(rows, demands, no_deal).T


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
