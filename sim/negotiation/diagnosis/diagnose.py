"""The diagnosis of a batch of negotiations: one answer for each way to end."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool, Float

from sim.compatibility import Positions
from sim.negotiation.diagnosis.ids import remedy_ids
from sim.negotiation.diagnosis.left_on_table import left_on_table
from sim.negotiation.diagnosis.obstacles import Obstacles, joined, obstacles
from sim.negotiation.diagnosis.remedies import remedies
from sim.negotiation.endings import Ending
from sim.negotiation.model import Negotiation
from sim.negotiation.outcomes import Outcomes
from sim.scenario import Scenario
from sim.worlds import Worlds
from sim.worlds.worlds import joined as together


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
    diagnosing = Diagnosing(model.case, model.positions, len(model.worlds))
    diagnosing.look(model)
    return diagnosing.done()


class Diagnosing:
    """Diagnoses batches as they are played, and joins the answers.

    Worlds to be played again wait until they fill a batch: small batches are slow. That changes no answer.

    Parameters
    ----------
    case, public
        The scenario, and its public side.
    batch
        How many worlds to play again at once, or somewhat more.
    """

    def __init__(self, case: Scenario, public: Positions, batch: int) -> None:
        self.case = case
        self.public = public
        self.batch = batch
        self._obstacles: list[Obstacles] = []
        self._to_frontier: list[Float[np.ndarray, "worlds"]] = []
        self._waiting: list[Worlds] = []
        self._waits: list[Bool[np.ndarray, "worlds"]] = []
        self._helps = [np.zeros((0, len(remedy_ids(case))), dtype=bool)]

    def look(self, model: Negotiation) -> None:
        """Take up a finished negotiation of the scenario."""
        outcomes = model.outcomes()
        to_frontier, _ = left_on_table(model.positions, model.worlds, outcomes.package, outcomes.round)
        self._to_frontier.append(to_frontier)
        self._obstacles.append(_obstacles(model, outcomes))
        self._waits.append(outcomes.ending == Ending.DEADLINE)
        self._waiting.append(model.worlds.take(np.flatnonzero(self._waits[-1])))
        if sum(map(len, self._waiting)) >= self.batch:
            self._play_again()

    def done(self) -> Diagnosis:
        """Return the diagnosis of all that was taken up, in that order; there must be something."""
        self._play_again()
        missed = np.concatenate(self._waits)
        would_help = np.zeros((len(missed), len(remedy_ids(self.case))), dtype=bool)
        would_help[missed] = np.concatenate(self._helps)
        return Diagnosis(joined(self._obstacles), would_help, np.concatenate(self._to_frontier))

    def _play_again(self) -> None:
        if self._waiting:
            self._helps.append(remedies(self.case, together(self._waiting), self.public))
        self._waiting.clear()


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
