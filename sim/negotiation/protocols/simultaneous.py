"""All offer at once, and overlap decides: the demand game [Nash1953]_, for packages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from jaxtyping import Bool, Int

from sim.negotiation.chance import one_of
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
        chosen = offers[one_of(overlap[:, found].T, model.throw(0)[rows[found]]), found]
        model.table.agree(rows[found], chosen, model.round)

    def _open(self, agent: PartyAgent, rows: Rows, packages: Rows) -> None:
        model = self.model
        model.announce(agent, rows, packages)
        if model.watches(rows):
            package = agent.last_offer = int(packages[0])
            model.record(agent.party, "passes" if package == NONE else "offers", package)

    def _overlap(self, proposer: int, rows: Rows, packages: Rows) -> Bool[np.ndarray, "rows"]:
        """Say where all whose consent a proposer's offers need find them good enough."""
        model, table = self.model, self.model.table
        made = packages != NONE
        where, packages = rows[made], packages[made]
        table.put(where, packages, model.parties[proposer].index)
        for place, agent in enumerate(model.parties):
            if place != proposer:
                asked = table.asks(agent.index, packages)
                self._ask(agent, where[asked], packages[asked])
        model.look(where)
        overlap = np.zeros(len(rows), dtype=bool)
        overlap[made] = table.is_settled(where)
        return overlap

    def _ask(self, agent: PartyAgent, rows: Rows, packages: Rows) -> None:
        accepts = agent.accepts(rows, packages)
        self.model.table.sign(rows[accepts], agent.index)
        self.model.record_answer(agent, rows, packages, accepts, ("accepts", "refuses"))
