"""Where the parties at the table stand on each issue, and how much it matters to them, world by world."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Int

from sim.analysis.baselines.compromise import scale
from sim.ensemble.run import Run
from sim.scenario import Scenario
from sim.solutions.choice import best, first
from sim.worlds import draws


@dataclass(frozen=True)
class Stances:
    """What the compromise needs to know of a batch of worlds.

    Parameters
    ----------
    positions
        Of the option that each party at the table likes best, on the scale from 0 to 1.
    saliences
        The weights of the issues; each party's sum to 1, or are all 0.
    """

    positions: Float[np.ndarray, "worlds parties issues"]
    saliences: Float[np.ndarray, "worlds parties issues"]


def stances(run: Run, favourites: Int[np.ndarray, "worlds parties"], first_world: int) -> Stances:
    """Find out where the parties at the table stand in some worlds of a run, the first of them `first_world`.

    A party stands at the option with the highest score; ties go to the first. Of a party of which only the
    order of packages is known there are no weights and scores: it stands at the options of its best package,
    all issues mattering as much.

    Parameters
    ----------
    run
        Whose worlds they are.
    favourites
        The best package of each party at the table, in these worlds.
    first_world
        Number of the first of them.
    """
    case = run.case
    drawn = draws(case, _names(case), run.seed, first_world, len(favourites))
    options = np.stack(np.unravel_index(favourites, case.space.shape), axis=-1)
    positions, saliences = np.empty(options.shape), np.empty(options.shape)
    for place, party in enumerate(case.at_the_table):
        if case.parties[party].preferences.is_order:
            saliences[:, place] = 1 / len(case.issues)
        else:
            options[:, place] = _best_options(case, party, drawn)
            saliences[:, place] = _saliences(case, party, drawn)
    for place, issue in enumerate(case.issues.values()):
        positions[..., place] = scale(len(issue.options))[options[..., place]]
    return Stances(positions, saliences)


def _weight(party: str, issue: str) -> str:
    return f"parties.{party}.preferences.weights.{issue}"


def _score(party: str, issue: str, option: str) -> str:
    return f"parties.{party}.preferences.scores.{issue}.{option}"


def _names(case: Scenario) -> list[str]:
    known = [party for party in case.at_the_table if not case.parties[party].preferences.is_order]
    weights = [_weight(party, issue) for party in known for issue in case.issues]
    return weights + [
        _score(party, issue, option)
        for party in known
        for issue, told in case.issues.items()
        for option in told.options
    ]


def _best_options(
    case: Scenario, party: str, drawn: Mapping[str, np.ndarray]
) -> Int[np.ndarray, "worlds issues"]:
    bests = []
    for issue, told in case.issues.items():
        scores = np.stack([drawn[_score(party, issue, option)] for option in told.options], axis=1)
        bests.append(first(best(scores, np.ones(scores.shape, dtype=bool))))
    return np.stack(bests, axis=1)


def _saliences(
    case: Scenario, party: str, drawn: Mapping[str, np.ndarray]
) -> Float[np.ndarray, "worlds issues"]:
    weights = np.stack([drawn[_weight(party, issue)] for issue in case.issues], axis=1)
    total = weights.sum(axis=1, keepdims=True)
    return weights / np.where(total > 0, total, 1.0)
