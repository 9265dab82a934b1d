"""How much each party at the table counts in a rule of thumb."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

import numpy as np
from jaxtyping import Float

from sim.errors import Problem, one_of
from sim.scenario import Scenario

PATH = "influence"

Influence = Mapping[str, float | int]
"""Party at the table -> how much it counts."""


def wrong_influence(scenario: Scenario, told: Influence) -> Iterator[Problem]:
    """Find everything that is wrong with what is told of the parties' influence.

    Examples
    --------
    >>> import sim
    >>> [str(problem) for problem in wrong_influence(sim.load("2025-08-21"), {"us": -1})]
    ['influence is -1, expected a number of 0 or more @ influence.us']
    """
    table = scenario.at_the_table
    yield from (
        Problem(one_of("party at the table", name, table), PATH) for name in told if name not in table
    )
    for name, weight in told.items():
        if not 0 <= weight < math.inf:
            yield Problem(f"influence is {weight}, expected a number of 0 or more", f"{PATH}.{name}")
    if not any(told.get(name, 1) for name in table):
        yield Problem("influence is 0 for every party at the table, expected more for some", PATH)


def influence_of(scenario: Scenario, told: Influence) -> Float[np.ndarray, "parties"]:
    """Return the influence of each party at the table: what is told of it, else 1.

    Examples
    --------
    >>> import sim
    >>> influence_of(sim.load("2025-08-21"), {"us": 2})
    array([1., 1., 1., 1., 2., 1.])
    """
    return np.array([told.get(name, 1.0) for name in scenario.at_the_table], dtype=float)
