"""How a watched negotiation went for one party, round by round."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from sim.negotiation.table import NONE

if TYPE_CHECKING:
    from sim.negotiation.model import Negotiation
    from sim.negotiation.party_agent import PartyAgent


@dataclass(frozen=True)
class Course:
    """One party at the table of one world.

    Parameters
    ----------
    utilities
        What the package on the table at the end of each round is worth to it, None where there is none.
    accepted
        Whether it has accepted that package.
    reservation_values
        What no deal is worth to it in each round.
    worth
        What every package that somebody spoke of is worth to it.
    barred
        (round, package) for each of these that crosses a red line that it holds when it is spoken of.
    """

    utilities: tuple[float | None, ...]
    accepted: tuple[bool, ...]
    reservation_values: tuple[float, ...]
    worth: Mapping[int, float]
    barred: frozenset[tuple[int, int]]


def courses(model: Negotiation) -> dict[str, Course]:
    """Return how a watched negotiation went for each party at the table.

    Examples
    --------
    >>> import sim
    >>> model = sim.Negotiation(sim.load("2025-08-21"), rng=1, watched=True)
    >>> outcomes = model.play()
    >>> len(courses(model)["france"].reservation_values) == model.round
    True
    """
    if model.datacollector is None:
        raise ValueError("this negotiation was not watched")
    collected = model.datacollector.get_agent_vars_dataframe()
    rounds = dict(iter(collected.groupby("party")))
    return {agent.party: _course(model, agent, rounds[agent.party]) for agent in model.parties}


def _course(model: Negotiation, agent: PartyAgent, rounds: pd.DataFrame) -> Course:
    spoken = sorted({(turn.round, turn.package) for turn in model.transcript if turn.package != NONE})
    utilities = [None if np.isnan(utility) else float(utility) for utility in rounds["utility"]]
    return Course(
        utilities=tuple(utilities),
        accepted=tuple(map(bool, rounds["accepted"])),
        reservation_values=tuple(
            float(model.worlds.reservation_values_at(round_)[0, agent.index])
            for round_ in range(1, model.round + 1)
        ),
        worth={package: float(agent.seat.utilities[0, package]) for _, package in spoken},
        barred=frozenset(filter(_barring(model, agent), spoken)),
    )


def _barring(model: Negotiation, agent: PartyAgent) -> Callable[[tuple[int, int]], bool]:
    """Return what tells whether a package crosses, in a round, a line that the party holds."""
    own = model.positions.crossing & model.positions.lines_of(agent.index)
    held = {round_: model.worlds.held_at(round_)[0] for round_ in range(1, model.round + 1)}
    return lambda spoken: bool((own[spoken[1]] & held[spoken[0]]).any())
