"""What every strategy answers: does it accept this offer, and what does it offer instead."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, ClassVar

import numpy as np
from jaxtyping import Bool, Float

from sim.negotiation.apart import apart
from sim.negotiation.seat import Seat
from sim.negotiation.strategies.choosing import Choosing
from sim.negotiation.table import ACCEPTS, NONE, Rows, Table


class Strategy(ABC):
    """How one party plays the table, in many worlds at once.

    A strategy sees its seat, and what is said at the table, which it hears. It may forget about red
    lines and reservation values: the agent that plays it never offers or signs a package it cannot
    accept. `rows` are places of worlds in the batch; what a method is given or returns has an entry for
    each of them.

    Parameters
    ----------
    seat
        What the party sees.
    choosing
        Which of the packages that are good enough it offers.
    """

    minds_limits: ClassVar[bool] = False
    """Whether `replies` never offers or accepts what the party cannot accept, and need not be checked."""

    prepared: Any = None
    """What it worked out in the first round, never changed since.

    The same strategy at the same seat may be given it before its own first round.
    """

    def __init__(self, seat: Seat, choosing: Choosing) -> None:
        self.seat = seat
        self.choosing = choosing

    def begin_round(self, rows: Rows) -> None:  # noqa: B027  (who need not think does nothing)
        """Think, in the worlds that go on, before anybody speaks; `seat` is up to date."""

    def hears(self, rows: Rows, party: int, packages: Rows) -> None:  # noqa: B027  (nor listen)
        """Take note of the offers that another party makes."""

    def hears_yes(self, rows: Rows, party: int, packages: Rows) -> None:  # noqa: B027
        """Take note that another party accepts the standing offers."""

    def replies(self, rows: Rows, table: Table) -> Rows:
        """Reply to what lies on the table: a package of its own, `ACCEPTS` or, to pass, `NONE`."""
        facing = table.facing(rows, self.seat.party)
        replies = np.full(len(rows), NONE)
        able = np.flatnonzero(self.seat.can_accept(rows, facing))
        replies[able[self.accepts(rows[able], facing[able])]] = ACCEPTS
        speaks = np.flatnonzero(replies == NONE)
        if speaks.size:
            replies[speaks] = self.offers(rows[speaks])
        return replies

    @abstractmethod
    def accepts(self, rows: Rows, offers: Rows) -> Bool[np.ndarray, "rows"]:
        """Say where the offer faced is good enough in this round."""

    @abstractmethod
    def offers(self, rows: Rows) -> Rows:
        """Return the package to put on the table, -1 to pass."""

    def leaves(self, rows: Rows) -> Bool[np.ndarray, "rows"]:
        """Say where the party walks out at the end of this round."""
        return np.zeros(len(rows), dtype=bool)

    def why_not(self, world: int, offer: int) -> str:  # noqa: ARG002  (strategies with a reason use both)
        """Say in words why an acceptable offer is refused."""
        return "it asks for more"


class Demanding(Strategy):
    """A strategy that asks, in every round, for a utility: its demand.

    It accepts what meets the demand, and offers what it chooses among the packages that do.
    """

    @abstractmethod
    def demands(self, rows: Rows) -> Float[np.ndarray, "rows"]:
        """Return the utility asked for in this round; infinite where there is nothing to ask for."""

    def accepts(self, rows: Rows, offers: Rows) -> Bool[np.ndarray, "rows"]:
        """Accept what meets the demand."""
        meets: np.ndarray = self.seat.utilities[rows, offers] >= self.demands(rows)
        return meets

    def offers(self, rows: Rows) -> Rows:
        """Offer one of the packages that meet the demand."""
        return self.choosing(rows, self.demands(rows))

    def demand(self, world: int) -> float:
        """Return the utility asked for in this round of one world."""
        return float(self.demands(np.array([world]))[0])

    def why_not(self, world: int, offer: int) -> str:
        """Compare what the offer is worth with what is asked for."""
        worth, asked = float(self.seat.utilities[world, offer]), self.demand(world)
        less, more = apart(worth, asked, 3)
        return f"it is worth {less} to it, and it still asks for {more}"
