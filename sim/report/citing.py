"""A statement as it is cited in a document: with a link to where it can be read, if there is one."""

from __future__ import annotations

from sim.report.blocks import Link
from sim.scenario import Statement


def cited(statement: Statement) -> str | Link:
    """Cite a statement.

    Examples
    --------
    >>> import sim
    >>> cited(sim.load("2025-08-21").statement_of("no-foreign-troops"))
    'Sergey Lavrov, foreign minister, 21 August 2025 (Kyiv Independent; quoted)'
    """
    return Link(statement.cited, statement.url) if statement.url else statement.cited
