"""Play one world and keep what everybody said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from sim.compatibility import bits
from sim.negotiation.course import Course, courses
from sim.negotiation.diagnosis.why import why
from sim.negotiation.endings import Ending
from sim.negotiation.model import Negotiation
from sim.negotiation.table import NONE
from sim.negotiation.transcript import Turn
from sim.scenario import Scenario


@dataclass(frozen=True)
class Watched:
    """One world's negotiation, as it went.

    Parameters
    ----------
    case, seed, world
        What was played.
    held
        The red lines that are held in this world, before the first round.
    ending, round
        How it ended, and in which round, counted from 1.
    package
        The package agreed, as an index, or None.
    turns
        Everything that was said, in order.
    parties
        How it went for each party at the table, round by round.
    gives_way
        For the lines held at first that give way in this world: from which round on.
    reasons
        Why it ended so, in sentences.
    """

    case: Scenario
    seed: int
    world: int
    held: tuple[str, ...]
    ending: Ending
    round: int
    package: int | None
    turns: tuple[Turn, ...]
    parties: Mapping[str, Course] = field(default_factory=dict)
    gives_way: Mapping[str, int] = field(default_factory=dict)
    reasons: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values, for JSON."""
        spell = self.case.space.package
        return {
            "scenario": self.case.name,
            "seed": self.seed,
            "world": self.world,
            "protocol": self.case.negotiation.protocol,
            "rounds": self.case.negotiation.rounds,
            "held": list(self.held),
            "gives_way": dict(self.gives_way),
            "ending": self.ending.name,
            "round": self.round,
            "agreement": None if self.package is None else spell(self.package),
            "offers": [
                {"round": turn.round, "party": turn.party, "package": spell(turn.package)}
                for turn in self.turns
                if turn.action == "offers"
            ],
            "turns": [
                {
                    "round": turn.round,
                    "party": turn.party,
                    "action": turn.action,
                    "package": None if turn.package == NONE else spell(turn.package),
                    "refused": None if turn.refused == NONE else spell(turn.refused),
                    "why": turn.why,
                }
                for turn in self.turns
            ],
            "parties": {
                party: {
                    "utilities": list(course.utilities),
                    "accepted": list(course.accepted),
                    "reservation_values": list(course.reservation_values),
                }
                for party, course in self.parties.items()
            },
            "reasons": list(self.reasons),
        }


def watch(case: Scenario, seed: int | None = None, world: int = 0) -> Watched:
    """Play one world of a scenario: the same as that world of a run with this seed.

    Examples
    --------
    >>> import sim
    >>> watch(sim.load("2025-08-21"), seed=1, world=3).turns[0].party
    'france'
    """
    seed = case.ensemble.seed if seed is None else seed
    model = Negotiation(case, worlds=1, first=world, rng=seed, watched=True)
    outcomes = model.play()
    package = int(outcomes.package[0])
    return Watched(
        case=case,
        seed=seed,
        world=world,
        held=bits.names(model.worlds.held_at(0)[0], model.positions.lines),
        ending=Ending(int(outcomes.ending[0])),
        round=int(outcomes.round[0]),
        package=package if package >= 0 else None,
        turns=tuple(model.transcript),
        parties=courses(model),
        gives_way=_gives_way(model),
        reasons=_reasons(model),
    )


def _gives_way(model: Negotiation) -> dict[str, int]:
    lines, rounds = model.positions.lines, model.worlds.gives_way[0]
    gives_way = model.worlds.held[0] & (rounds <= model.rounds)
    return {lines[place]: int(rounds[place]) for place in np.flatnonzero(gives_way)}


def _reasons(model: Negotiation) -> tuple[str, ...]:
    last = model.transcript[-1] if model.transcript else None
    if last is None or last.action != "walks out":
        return why(model)
    name = model.case.parties[last.party].name
    return (f"{name} left the table in round {last.round}: {last.why}.",)
