"""The Mesa agent: one party at the table, in all worlds of the batch at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import mesa
import numpy as np
from jaxtyping import Bool

from sim.compatibility import bits
from sim.negotiation.seat import Seat
from sim.negotiation.strategies import Strategy, seated
from sim.negotiation.table import NONE, Rows

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
    strategy
        How it plays; whatever that says, red lines and reservation value come first.
    """

    model: Negotiation

    def __init__(self, model: Negotiation, party: str) -> None:
        super().__init__(model)
        self.party = party
        self.index = model.positions.parties.index(party)
        self.seat = Seat(self.index, model.positions, model.worlds, model.rounds, model.history)
        self.strategy: Strategy = seated(model.case.parties[party].strategy, self.seat)

    def begin_round(self) -> None:
        """Look at the time, and at what has changed in one's own mind."""
        self.seat.begin_round(self.model.round, self.model.worlds)

    def accepts(self, rows: Rows, offers: Rows) -> Bool[np.ndarray, "rows"]:
        """Say in which worlds the party accepts the offer it faces."""
        return self.seat.acceptable[rows, offers] & self.strategy.accepts(rows, offers)

    def offers(self, rows: Rows) -> Rows:
        """Return the package the party puts on the table in each world, -1 where it passes."""
        packages = self.strategy.offers(rows)
        return np.where(self.seat.acceptable[rows, packages], packages, NONE)

    def why_not(self, world: int, offer: int) -> str:
        """Say in words why the party refuses an offer."""
        seat = self.seat
        positions = self.model.positions
        crossed = bits.names(positions.crossing[offer] & seat.held_lines(world), positions.lines)
        if crossed:
            return (
                f"it crosses {'its red line' if len(crossed) == 1 else 'its red lines'} {', '.join(crossed)}"
            )
        utility, no_deal = seat.utilities[world, offer], seat.reservation_values[world]
        if utility < no_deal:
            return f"it is worth {utility:.2f} to it, less than no deal ({no_deal:.2f})"
        return self.strategy.why_not(world, offer)
