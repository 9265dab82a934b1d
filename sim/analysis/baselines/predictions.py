"""What the rules of thumb say in each world of a run."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from jaxtyping import Float, Int

from sim.analysis.baselines.compromise import compromise, nearest
from sim.analysis.baselines.condorcet import conditional, markov
from sim.analysis.baselines.favourites import distinct, favourites
from sim.analysis.baselines.stances import stances
from sim.analysis.baselines.victory import USUAL, Manner, strengths, victory
from sim.analysis.drawn_again import drawn_again
from sim.axes import PackageMask
from sim.compatibility import positions
from sim.ensemble.run import Run
from sim.errors import InputError, Problem
from sim.scenario import Scenario
from sim.worlds import Worlds


@dataclass(frozen=True)
class Predictions:
    """What is said in some worlds.

    Parameters
    ----------
    compromise
        The package whose options are nearest to the mean positions; a rule may leave it out.
    candidates
        What is voted on: the favourite package of each party at the table.
    conditional, markov
        The probability of each candidate; 0 for one that another party has put up already.
    """

    compromise: Int[np.ndarray, "worlds"]
    candidates: Int[np.ndarray, "worlds parties"]
    conditional: Float[np.ndarray, "worlds parties"]
    markov: Float[np.ndarray, "worlds parties"]


def predictions(
    run: Run,
    influence: Float[np.ndarray, "parties"],
    worlds: int,
    batch: int | None = None,
    manner: Manner = USUAL,
) -> Predictions:
    """Ask the rules of thumb in the first worlds of a run, drawn again batch by batch.

    Raises
    ------
    InputError
        If no package asks anybody for consent: then there is nothing to vote on.
    """
    among = _negotiable(run.case)
    again = drawn_again(run.case, run.seed, worlds, batch)
    parts = [_of_batch(run, influence, manner, among, drawn) for drawn in again]
    names = [field.name for field in fields(Predictions)]
    return Predictions(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))


def _negotiable(case: Scenario) -> PackageMask:
    among = positions(case).negotiable
    if not among.any():
        found = "no possible package asks a party at the table for its consent"
        raise InputError([Problem(f"{found}, expected one to vote on", path="parties")])
    return among


def _of_batch(
    run: Run, influence: Float[np.ndarray, "parties"], manner: Manner, among: PackageMask, drawn: Worlds
) -> Predictions:
    case = run.case
    seats = [list(case.parties).index(name) for name in case.at_the_table]
    utilities = drawn.utilities[:, seats]
    candidates = favourites(utilities, among)
    worth = np.take_along_axis(utilities, candidates[:, None, :], axis=2)
    prevails = victory(strengths(worth, influence, manner.voting), manner.victory)
    running = distinct(candidates)
    stand = stances(run, candidates, drawn.first)
    means = compromise(stand.positions, stand.saliences, influence)
    options = [nearest(means[:, place], count) for place, count in enumerate(case.space.shape)]
    return Predictions(
        compromise=np.ravel_multi_index(options, case.space.shape),
        candidates=candidates,
        conditional=conditional(prevails, running),
        markov=markov(prevails, running),
    )
