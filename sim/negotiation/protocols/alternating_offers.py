"""Stacked alternating offers [Aydogan2017]_, with consent rules and passing."""

from __future__ import annotations

from sim.negotiation.protocols.protocol import Protocol
from sim.scenario.noun import Noun


class AlternatingOffersSettings(Noun):
    """There are none beyond `rounds` and `order`."""


class AlternatingOffers(Protocol):
    """Every party at the table speaks once a round, in each world's order.

    A speaker facing another's offer accepts it or replaces it by its own; one with nothing acceptable
    passes, and the offer stays. A package is agreed as soon as every party whose consent it needs has
    accepted it since it was made; the proposer counts as accepting.
    """

    Settings = AlternatingOffersSettings

    def play_round(self) -> None:
        """Let everybody speak."""
        model = self.model
        for agent, rows in model.turns():
            settled = model.speak(agent, rows, model.table.consent)
            if settled.size:
                model.table.agree(settled, model.table.offer[settled], model.round)
