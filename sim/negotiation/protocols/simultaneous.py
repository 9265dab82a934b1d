"""All offer at once, and overlap decides: the demand game [Nash1953]_, for packages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from jaxtyping import Bool, Int

from sim.negotiation.protocols.protocol import Protocol
from sim.negotiation.table import NONE, Rows
from sim.scenario.noun import Noun

if TYPE_CHECKING:
    from sim.negotiation.party_agent import PartyAgent

Offers = Int[np.ndarray, "agents rows"]


class SimultaneousSettings(Noun):
    """There are none beyond `rounds`."""


class Simultaneous(Protocol):
    """Each round every party names a package, before it knows what the others name.

    In Nash's game each party demands a share, and all get what they demand if that is feasible. Packages
    cannot be shared out. So a party's demand is what it asks for once all offers are open, and demands
    overlap in an offer that is good enough for every party whose consent it needs; its proposer has named
    it. That offer is agreed; if there are several, one drawn by lot. If there is none, all offer again.
    """

    Settings = SimultaneousSettings

    def play_round(self) -> None:
        """Open all offers together, and see whether demands overlap."""
        model = self.model
        rows = model.table.going_on
        model.table.clear(rows)  # offers do not outlive their round
        offers = np.stack([agent.offers(rows) for agent in model.parties])
        for agent, packages in zip(model.parties, offers, strict=True):
            self._open(agent, rows, packages)
        overlap = np.stack([self._overlap(place, rows, offers[place]) for place in range(len(offers))])
        found = np.flatnonzero(overlap.any(axis=0))
        lot = (model.throw(0)[rows[found]] * overlap[:, found].sum(axis=0)).astype(np.int64)
        chosen = offers[(overlap[:, found].cumsum(axis=0) > lot).argmax(axis=0), found]
        model.table.agree(rows[found], chosen, model.round)

    def _open(self, agent: PartyAgent, rows: Rows, packages: Rows) -> None:
        model = self.model
        model.announce(agent, rows, packages)
        if model.watched and rows[0] == 0:
            package = agent.last_offer = int(packages[0])
            model.record(agent.party, "passes" if package == NONE else "offers", package)

    def _overlap(self, proposer: int, rows: Rows, packages: Rows) -> Bool[np.ndarray, "rows"]:
        """Say where all whose consent a proposer's offers need find them good enough."""
        model, table = self.model, self.model.table
        made = packages != NONE
        where, packages = rows[made], packages[made]
        bits = np.full(len(where), np.uint64(1 << model.parties[proposer].index))
        for place, agent in enumerate(model.parties):
            asked = (table.consent[packages] >> np.uint64(agent.index)) & np.uint64(1) == 1
            if place != proposer and asked.any():
                bits[asked] |= self._answers(agent, where[asked], packages[asked])
        table.offer[where], table.offered_by[where] = packages, model.parties[proposer].index
        table.accepted[where] = bits
        model.closest.look(table, where)
        overlap = np.zeros(len(rows), dtype=bool)
        overlap[made] = (table.consent[packages] & ~bits) == 0
        return overlap

    def _answers(self, agent: PartyAgent, rows: Rows, packages: Rows) -> np.ndarray:
        """Return a party's bit where it accepts, 0 where it does not."""
        accepts = agent.accepts(rows, packages)
        if self.model.watched and rows[0] == 0:
            why = "" if accepts[0] else agent.why_not(0, int(packages[0]))
            self.model.record(agent.party, "accepts" if accepts[0] else "refuses", int(packages[0]), why=why)
        return accepts.astype(np.uint64) << np.uint64(agent.index)
