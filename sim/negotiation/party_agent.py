"""The Mesa agent: one party at the table, in all worlds of the batch at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import mesa
import numpy as np
from jaxtyping import Bool

from sim.compatibility import bits
from sim.negotiation import kernels
from sim.negotiation.apart import apart
from sim.negotiation.strategies import Strategy, seated
from sim.negotiation.table import ACCEPTS, NONE, Rows, Table

if TYPE_CHECKING:
    from sim.negotiation.model import Negotiation


class PartyAgent(mesa.Agent):  # type: ignore[misc]  # Mesa is not typed
    """A party with its seat and its strategy; it never offers or signs what it cannot accept.

    Attributes
    ----------
    party, index
        The party's id and its place in the scenario.
    seat
        What it may see.
    choice
        How the scenario has it play.
    strategy
        How it plays; whatever that says, red lines and reservation value come first.
    last_offer
        Its last offer in the watched world, -1 for none.
    listens, listens_to_yes, may_leave
        Whether it wants to hear the others' offers and acceptances, and whether it may ever walk out.
    """

    model: Negotiation

    def __init__(self, model: Negotiation, party: str) -> None:
        super().__init__(model)
        self.party = party
        self.index = model.positions.parties.index(party)
        self.seat = model.seat(self.index)
        self.choice = model.case.parties[party].strategy
        self.strategy: Strategy = seated(self.choice, self.seat)
        self.last_offer = NONE
        self._patience = model.worlds.patience[:, self.index]
        self._is_patient = bool(np.isinf(self._patience).all())
        self._unmet = np.zeros(len(model.worlds), dtype=np.int64)
        self._met = np.zeros(len(model.worlds), dtype=bool)
        strategy = type(self.strategy)
        self.listens = not self._is_patient or strategy.hears is not Strategy.hears
        self.listens_to_yes = strategy.hears_yes is not Strategy.hears_yes
        self.may_leave = not self._is_patient or strategy.leaves is not Strategy.leaves

    def begin_round(self) -> None:
        """Look at the time, at what has changed in one's own mind, and think."""
        if self.seat.round < self.model.round:  # a seat taken over is in the first round already
            self.seat.begin_round(self.model.round, self.model.held_now)
        self.strategy.begin_round(self.model.table.going_on)

    def replies(self, rows: Rows, table: Table) -> Rows:
        """Reply to what lies on the table: a package of its own, `ACCEPTS` or, to pass, `NONE`."""
        replies = self.strategy.replies(rows, table)
        if self.strategy.minds_limits:
            return replies
        facing = table.facing(rows, self.index)
        kernels.within_limits(*self.seat.mind, rows, facing, replies, ACCEPTS, NONE)
        return replies

    def accepts(self, rows: Rows, offers: Rows) -> Bool[np.ndarray, "rows"]:
        """Say in which worlds the party accepts an offer (-1: none)."""
        accepts = self.seat.can_accept(rows, offers)
        able = np.flatnonzero(accepts)
        if able.size:
            accepts[able] = self.strategy.accepts(rows[able], offers[able])
        return accepts

    def offers(self, rows: Rows) -> Rows:
        """Return the package the party puts on the table in each world, -1 where it passes."""
        packages = self.strategy.offers(rows)
        return np.where(self.seat.can_accept(rows, packages), packages, NONE)

    def hears(self, rows: Rows, party: int, packages: Rows) -> None:
        """Take note of another party's offers."""
        if not self._is_patient:
            self._met[rows] |= self.seat.can_accept(rows, packages)
        self.strategy.hears(rows, party, packages)

    def leaves(self, rows: Rows) -> Bool[np.ndarray, "rows"]:
        """Say where the party walks out at the end of a round.

        It does where it has heard no offer that it can accept for as many rounds as its patience lasts,
        or where its strategy says so.
        """
        standing = self.seat.can_accept(rows, self.model.table.facing(rows, self.index))
        self._unmet[rows] = np.where(self._met[rows] | standing, 0, self._unmet[rows] + 1)
        self._met[:] = False
        return (self._unmet[rows] >= self._patience[rows]) | self.strategy.leaves(rows)

    def why_not(self, world: int, offer: int) -> str:
        """Say in words why the party refuses an offer."""
        seat, positions = self.seat, self.model.positions
        if not seat.is_signable(world, offer):
            crossed = bits.names(positions.crossing[offer] & seat.held_lines(world), positions.lines)
            return (
                f"it crosses {'its red line' if len(crossed) == 1 else 'its red lines'} {', '.join(crossed)}"
            )
        utility, no_deal = float(seat.utilities[world, offer]), float(seat.reservation_values[world])
        if utility < no_deal:
            less, more = apart(utility, no_deal)
            return f"it is worth {less} to it, less than no deal ({more})"
        return self.strategy.why_not(world, offer)

    def why_it_leaves(self, world: int) -> str:
        """Say in words why the party walks out."""
        rounds = int(self._unmet[world])
        if rounds >= self._patience[world]:
            return f"it has heard no offer that it can accept for {rounds} round{'s' if rounds > 1 else ''}"
        return "it sees no point in going on"

    @property
    def utility_on_table(self) -> float:
        """What the offer on the table of the first world is worth to the party; NaN if there is none."""
        offer = self.model.table.offer[0]
        return float(self.seat.utilities[0, offer]) if offer != NONE else float("nan")

    @property
    def accepted_on_table(self) -> bool:
        """Whether it has accepted that offer."""
        return bool(int(self.model.table.accepted[0]) >> self.index & 1)
