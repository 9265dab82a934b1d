"""The order in which people read problems."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from sim.errors import Problem


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sort problems by file and line, each said once.

    Examples
    --------
    >>> here, there = Problem("x", file="a.yaml", line=2), Problem("x", file="a.yaml", line=10)
    >>> [problem.line for problem in in_order([there, here, there])]
    [2, 10]
    """
    return sorted(set(problems), key=attrgetter("file", "line", "path", "message"))
