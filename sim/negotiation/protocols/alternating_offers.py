"""Stacked alternating offers [Aydogan2017]_, with consent rules and passing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sim.negotiation.table import NONE, Rows
from sim.scenario.noun import Noun

if TYPE_CHECKING:
    from sim.negotiation.model import Negotiation
    from sim.negotiation.party_agent import PartyAgent


class AlternatingOffersSettings(Noun):
    """There are none beyond `rounds` and `order`."""


def play_round(model: Negotiation) -> None:
    """Let every party at the table speak once, in each world's order.

    A speaker facing another's offer accepts it or replaces it by its own; one with nothing acceptable
    passes, and the offer stays. A package is agreed as soon as every party whose consent it needs has
    accepted it since it was made; the proposer counts as accepting.
    """
    for turn in range(model.worlds.order.shape[1]):
        speakers = model.worlds.order[:, turn]
        for agent in model.parties:
            rows = np.flatnonzero((speakers == agent.index) & model.table.going_on)
            if rows.size:
                _speak(model, agent, rows)


def _speak(model: Negotiation, agent: PartyAgent, rows: Rows) -> None:
    table = model.table
    standing = table.offer[rows]
    faces = (standing != NONE) & (table.offered_by[rows] != agent.index)
    accepts = faces & agent.accepts(rows, standing)
    speaks = rows[~accepts]
    packages = agent.offers(speaks) if speaks.size else speaks
    offers = packages != NONE
    model.record(agent, rows, accepts, packages)
    table.accept(rows[accepts], agent.index, model.round)
    table.put(speaks[offers], agent.index, packages[offers], model.round)
    model.history.note(speaks[offers], agent.index, packages[offers])
