"""The diagnosis of a batch of negotiations: one answer for each way to end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool, Float

from sim.negotiation.diagnosis.ids import remedy_ids
from sim.negotiation.diagnosis.left_on_table import left_on_table
from sim.negotiation.diagnosis.obstacles import Obstacles, obstacles
from sim.negotiation.diagnosis.obstacles import joined as all_obstacles
from sim.negotiation.diagnosis.remedies import remedies
from sim.negotiation.endings import Ending
from sim.negotiation.model import Negotiation
from sim.negotiation.outcomes import Outcomes


@dataclass(frozen=True)
class Diagnosis:
    """Why the worlds of a batch ended as they did.

    Parameters
    ----------
    obstacles
        For the worlds without a ZOPA: the minimal sets that would have had to give way.
    would_help
        For each world and each of `remedy_ids`: it would have turned a missed deadline into agreement.
    to_frontier
        Distance of the agreement to the Pareto frontier, in utility; NaN without agreement.
    """

    obstacles: Obstacles
    would_help: Bool[np.ndarray, "worlds remedies"]
    to_frontier: Float[np.ndarray, "worlds"]

    def __len__(self) -> int:
        return len(self.to_frontier)


def diagnose(model: Negotiation) -> Diagnosis:
    """Say why each world of a finished negotiation ended as it did.

    Examples
    --------
    >>> import sim
    >>> model = Negotiation(sim.load("2025-08-21"), worlds=100, rng=1)
    >>> outcomes = model.play()
    >>> len(diagnose(model))
    100
    """
    outcomes = model.outcomes()
    missed = np.flatnonzero(outcomes.ending == Ending.DEADLINE)
    would_help = np.zeros((len(outcomes), len(remedy_ids(model.case))), dtype=bool)
    would_help[missed] = remedies(model, missed)
    to_frontier, _ = left_on_table(model.positions, model.worlds, outcomes.package, outcomes.round)
    return Diagnosis(_obstacles(model, outcomes), would_help, to_frontier)


def joined(batches: Sequence[Diagnosis]) -> Diagnosis:
    """Put the diagnoses of batches one after the other."""
    return Diagnosis(
        all_obstacles([batch.obstacles for batch in batches]),
        np.concatenate([batch.would_help for batch in batches]),
        np.concatenate([batch.to_frontier for batch in batches]),
    )


def _obstacles(model: Negotiation, outcomes: Outcomes) -> Obstacles:
    rows = np.flatnonzero(outcomes.ending == Ending.NO_ZOPA)
    worlds = model.worlds
    return obstacles(
        model.positions,
        outcomes.world[rows],
        worlds.held_at(model.rounds)[rows],
        worlds.utilities[rows],
        worlds.reservation_values_at(model.rounds)[rows],
    )
