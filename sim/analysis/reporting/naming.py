"""What red lines and packages are called in a report."""

from __future__ import annotations

from sim.scenario import Scenario


def whose(case: Scenario, line: str) -> str:
    """Name a line by whose it is.

    Examples
    --------
    >>> import sim
    >>> whose(sim.load("2025-08-21"), "no-foreign-troops")
    "Russia's “no foreign troops”"
    """
    return f"{case.parties[case.red_lines[line][0]].name}'s “{case.line_words(line)}”"


def words_of(name: str) -> str:
    """Write an id as words.

    Examples
    --------
    >>> words_of("no-foreign-troops")
    'no foreign troops'
    """
    return name.replace("-", " ")
