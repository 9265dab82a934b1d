"""Preferences that say which package is better and not by how much: a ranking, or priorities."""

from __future__ import annotations

import numpy as np
from jaxtyping import Float, Int

from sim.scenario.scenario import Scenario


def ordered_utility(scenario: Scenario, party: str) -> Float[np.ndarray, "packages"] | None:
    """Return 0 for the packages a party likes least to 1 for those it likes most, in equal steps.

    Packages that a rule forbids count for nothing and have 0. None where preferences are weights and scores.

    A ranking lists packages, best first; what it does not list comes last. Priorities are patterns, the
    most important first: of two packages the better one matches the first pattern that only one of them
    matches, as in option prioritising [Fang2003]_.

    Examples
    --------
    >>> import sim
    >>> ordered_utility(sim.load("published/prisoners-dilemma"), "one").round(2).tolist()
    [0.33, 1.0, 0.0, 0.67]
    """
    wants = scenario.parties[party].preferences
    if not wants.is_order:
        return None
    places = _of_ranking(scenario, wants.ranking) if wants.ranking else _of_priorities(scenario, party)
    possible = scenario.space.possible
    steps, step = np.unique(places[possible], return_inverse=True)
    utility = np.zeros(scenario.space.size)
    utility[possible] = step / max(len(steps) - 1, 1)
    return utility


def _of_ranking(scenario: Scenario, ranking: tuple[tuple[str, ...], ...]) -> Int[np.ndarray, "packages"]:
    """Return the higher numbers for what is listed first; a package listed twice is where it is first."""
    places = np.zeros(scenario.space.size, dtype=np.int64)
    for place, named in enumerate(reversed(ranking), start=1):
        for name in named:
            places[scenario.space.completions(scenario.packages[name])] = place
    return places


def _of_priorities(scenario: Scenario, party: str) -> Int[np.ndarray, "packages"]:
    priorities = scenario.parties[party].preferences.priorities
    matched = [
        np.any([scenario.space.matches(pattern) for pattern in patterns], axis=0) for patterns in priorities
    ]
    _, places = np.unique(np.stack(matched, axis=1), axis=0, return_inverse=True)
    return places.reshape(-1)
