"""What red lines are called in a report."""

from __future__ import annotations

from sim.scenario import Scenario
from sim.scenario.words import possessive


def whose(case: Scenario, line: str) -> str:
    """Name a line by whose it is.

    Examples
    --------
    >>> import sim
    >>> whose(sim.load("2025-08-21"), "no-foreign-troops")
    "Russia's “no foreign troops”"
    """
    return f"{possessive(case.parties[case.red_lines[line][0]].name)} “{case.line_words(line)}”"
