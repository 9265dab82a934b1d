"""A run beside rules of thumb in the same worlds: the compromise, and an election among favourites."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import cast, get_args

import numpy as np
import pandas as pd

from sim.analysis.baselines.influence import Influence, influence_of, wrong_influence
from sim.analysis.baselines.predictions import predictions
from sim.analysis.baselines.tables import by_option, by_package, distributions, overlap
from sim.analysis.baselines.victory import USUAL, Manner, Rule, Voting
from sim.analysis.provenance import stamped
from sim.ensemble.run import Run
from sim.errors import InputError, Problem, one_of
from sim.negotiation.endings import Ending

MOST_WORLDS = 2000
"""How many worlds are looked at if nobody says how many."""

SCALE = "equally spaced from 0 to 1, in the order of the scenario"


@dataclass(frozen=True)
class Baselines:
    """What rules of thumb say in the worlds of a run; none of it is a forecast.

    In the first two tables `simulated` is the share of the worlds with an agreement (NaN without any), and
    `compromise`, `conditional` and `markov` are means over all worlds looked at. The `attrs` of each table
    say `worlds_looked_at`, `worlds_agreed` among them, each party's `influence`, how the election is held
    (`voting`, `victory`), and as `options` that the
    scale of each issue is equally spaced, which is an assumption.

    Parameters
    ----------
    issues
        For each option: `issue`, `option`, `label`, `simulated`, `compromise`, `conditional`, `markov`.
    packages
        The same for each package that has any share, the most frequent first: `package` (index), `label`,
        `possible` (the compromise may be a package that a rule leaves out), and the four.
    overlap
        For each rule: `baseline`; `overlap`, 1 minus the total variation between the two distributions over
        packages, from 0 to 1; `count`, in how many of the `worlds_agreed` it names the very package (an
        election: its most probable one, ties to the lowest index), `share`, `low`, `high`; and
        `issues_shared`, on what part of the issues, from 0 to 1, the two agree there on average.
    """

    issues: pd.DataFrame
    packages: pd.DataFrame
    overlap: pd.DataFrame


def baselines(
    run: Run,
    influence: Influence | None = None,
    worlds: int | None = None,
    *,
    voting: str = USUAL.voting,
    victory: str = USUAL.victory,
) -> Baselines:
    """Set rules of thumb beside a run, in its first worlds, drawn again.

    The compromise is the mean of the best options of the parties at the table, weighted by salience and
    influence [VandenBos1991]_ [Achen2006]_. The probabilistic Condorcet election [Wise2015]_ is between
    their favourite packages among those that are negotiable.
    Neither knows of red lines, of consent or of what no deal is worth.

    Preferences that are an order have no weights and scores: such a party stands, in the compromise, at the
    options of its best package, with equal salience; in the election its utilities are equal steps.

    Parameters
    ----------
    run
        A run; its own worlds are looked at, the agreements as they were stored.
    influence
        Party at the table -> its influence, 0 or more; 1 for those not named.
    worlds
        How many of its worlds to look at, from the first; the first 2,000 at most if not given.
    voting
        What a party throws in for the candidate it prefers: its influence times what it would gain
        (`proportional`), or all of it (`binary`).
    victory
        Who prevails of two: each with the probability of its part of both strengths (`linear`), or of both
        strengths squared (`square`); or always the stronger (`binary`).

    Raises
    ------
    InputError
        If a party is unknown, or not at the table, or an influence or the number of worlds makes no sense;
        if there is no such way to vote or to prevail; or if there is nothing to vote on.

    Examples
    --------
    >>> import sim
    >>> said = baselines(sim.run("2025-08-21", worlds=50, seed=1))
    >>> list(said.overlap["baseline"])
    ['compromise', 'conditional', 'markov']
    """
    told = influence or {}
    _demand_sensible(run, told, worlds, voting, victory)
    manner = Manner(cast("Voting", voting), cast("Rule", victory))
    looked_at = min(run.worlds, MOST_WORLDS) if worlds is None else worlds
    weights = influence_of(run.case, told)
    said = predictions(run, weights, looked_at, manner=manner)
    outcome = run.frame(["ending", "package"]).head(looked_at)
    agreed = (outcome["ending"] == Ending.AGREED.name).to_numpy()
    packages = outcome["package"].to_numpy(np.int64)
    shares = distributions(run.case, said, packages[agreed])
    more = {
        "worlds_looked_at": looked_at,
        "worlds_agreed": int(agreed.sum()),
        "influence": dict(zip(run.case.at_the_table, weights.tolist(), strict=True)),
        "options": SCALE,
        **asdict(manner),
    }
    tables = (
        by_option(run.case, shares),
        by_package(run.case, shares),
        overlap(run.case, shares, said, packages, agreed),
    )
    return Baselines(*(stamped(table, run, **more) for table in tables))


def _demand_sensible(run: Run, told: Influence, worlds: int | None, voting: str, victory: str) -> None:
    problems = [*wrong_influence(run.case, told), *_wrong_manner(voting, victory)]
    if worlds is not None and not 1 <= worlds <= run.worlds:
        problems.append(Problem(f"worlds is {worlds}, expected a whole number from 1 to {run.worlds}"))
    if problems:
        raise InputError(problems)


def _wrong_manner(voting: str, victory: str) -> Iterator[Problem]:
    for kind, found, known in (("voting", voting, Voting), ("victory", victory, Rule)):
        if found not in get_args(known):
            yield Problem(one_of(kind, found, get_args(known)), kind)
