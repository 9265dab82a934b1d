"""Whether two parties could agree if they were alone."""

from __future__ import annotations

from itertools import combinations

from sim.compatibility.narrowing import alone
from sim.compatibility.survey import survey
from sim.scenario import Scenario


def pairs(scenario: Scenario) -> dict[tuple[str, str], int | None]:
    """Count, for any two parties that state red lines, the packages that cross no line of either.

    None means that some package does, and that they were not counted.

    Examples
    --------
    >>> import sim
    >>> pairs(sim.load("2025-08-21"))["ukraine", "us"]
    99
    """
    stating = [name for name, party in scenario.parties.items() if party.red_lines]
    return {
        (one, other): survey(alone(scenario, one, other)).compatible
        for one, other in combinations(stating, 2)
    }
