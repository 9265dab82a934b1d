"""Red lines in sentences: whose, how firm, and on what statement they rest."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from sim.compatibility.surviving import firmness
from sim.scenario import Scenario
from sim.scenario.listing import listed as joined


def whose(case: Scenario, line: str) -> str:
    """Name a line and whose it is: ``no-foreign-troops (Russia)``."""
    return f"{line} ({case.parties[case.red_lines[line][0]].name})"


def how_firm(case: Scenario, line: str) -> str:
    """Name a line, whose it is, the kind of its statement, and how likely it is held."""
    party = case.parties[case.red_lines[line][0]].name
    kind, probability = case.statement_of(line).kind, percent(firmness(case, line))
    return f"{line} ({party}, {kind}, held with probability {probability})"


def reason(case: Scenario, line: str, *, blocks: bool) -> Text:
    """Tell that a line stops a package, or that its party only objects, and on what it rests."""
    statement = case.statement_of(line)
    party = case.parties[case.red_lines[line][0]].name
    return Text.assemble(
        (f"{party} {'stops it' if blocks else 'objects'}", "red" if blocks else ""),
        f": {line}. {statement.claim} ",
        (statement.cited, "dim"),
    )


def percent(share: float) -> str:
    """Write a share in percent, with three figures at most.

    Examples
    --------
    >>> percent(0.075), percent(1), percent(0.013668)
    ('7.5%', '100%', '1.37%')
    """
    return f"{100 * share:.3g}%"


def listed(words: Iterable[str]) -> str:
    """Join words as in a sentence.

    Examples
    --------
    >>> listed(["France"]), listed(["France", "Russia", "Ukraine"])
    ('France', 'France, Russia and Ukraine')
    """
    return joined(list(words)) or "nobody"


def party_names(case: Scenario, parties: Iterable[str]) -> str:
    """Name parties as in a sentence."""
    return listed(case.parties[party].name for party in parties)
