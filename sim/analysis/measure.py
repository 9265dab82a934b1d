"""What is measured in a world: whether it ended so, the round of the end, what a party is left with."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from jaxtyping import Float

from sim.ensemble.run import Run
from sim.errors import InputError, Problem, one_of
from sim.negotiation.endings import Ending
from sim.negotiation.outcomes import Outcomes
from sim.scenario import Scenario

SHARES = {ending.name.lower(): ending for ending in Ending}
"""Measures that are 1 in some worlds and 0 in others: over many worlds they are shares."""

ROUND, UTILITY = "round", "utility."
MEASURES = (*SHARES, ROUND, f"{UTILITY}PARTY")


def is_share(measure: str) -> bool:
    """Tell whether a measure is a share of the worlds.

    Examples
    --------
    >>> is_share("agreed"), is_share("round")
    (True, False)
    """
    return measure in SHARES


def wrong_measure(measure: str, case: Scenario | None = None) -> Iterator[Problem]:
    """Find out whether there is no such measure; of a scenario, if one is given.

    Examples
    --------
    >>> [problem.message.split("?")[0] for problem in wrong_measure("rounds")]
    ["unknown measure 'rounds', did you mean 'round'"]
    """
    party = measure.removeprefix(UTILITY)
    if not measure.startswith(UTILITY):
        if measure not in {*SHARES, ROUND}:
            yield Problem(one_of("measure", measure, MEASURES))
    elif case is not None and party not in case.parties:
        yield Problem(one_of("party", party, case.parties))


def demand_measure(measure: str, case: Scenario) -> None:
    """Refuse a measure that a scenario does not have.

    Raises
    ------
    InputError
        If there is no such measure, or no such party.
    """
    if problems := list(wrong_measure(measure, case)):
        raise InputError(problems)


def measured_outcomes(measure: str, case: Scenario, outcomes: Outcomes) -> Float[np.ndarray, "worlds"]:
    """Return the measure in each world of a batch: 0 or 1 for shares, else the number.

    Examples
    --------
    >>> import sim
    >>> from sim.ensemble.runner import play
    >>> august = sim.load("2025-08-21")
    >>> float(measured_outcomes("agreed", august, play(august, worlds=20, seed=1)).sum())
    14.0
    """
    if measure in SHARES:
        return (outcomes.ending == SHARES[measure]).astype(float)
    if measure == ROUND:
        return outcomes.round.astype(float)
    return outcomes.utilities[:, list(case.parties).index(measure.removeprefix(UTILITY))]


def measured_run(measure: str, run: Run) -> Float[np.ndarray, "worlds"]:
    """Return the measure in each world of a run.

    Raises
    ------
    InputError
        If the scenario has no such measure.

    Examples
    --------
    >>> import sim
    >>> float(measured_run("agreed", sim.run("2025-08-21", worlds=20, seed=1)).sum())
    14.0
    """
    demand_measure(measure, run.case)
    if measure in SHARES:
        return (run.frame(["ending"])["ending"] == SHARES[measure].name).to_numpy(float)
    column = ROUND if measure == ROUND else f"utility_{measure.removeprefix(UTILITY)}"
    return run.frame([column])[column].to_numpy(float)
