"""What red lines and packages are called in a report."""

from __future__ import annotations

from sim.scenario import Scenario


def line_words(case: Scenario, line: str) -> str:
    """Call a red line by its id, as words.

    Examples
    --------
    >>> import sim
    >>> line_words(sim.load("2025-08-21"), "no-foreign-troops")
    'no foreign troops'
    """
    assert line in case.red_lines
    return words_of(line)


def whose(case: Scenario, line: str) -> str:
    """Name a line by whose it is.

    Examples
    --------
    >>> import sim
    >>> whose(sim.load("2025-08-21"), "no-foreign-troops")
    "Russia's “no foreign troops”"
    """
    return f"{case.parties[case.red_lines[line][0]].name}'s “{line_words(case, line)}”"


def words_of(name: str) -> str:
    """Write an id as words."""
    return name.replace("-", " ")
