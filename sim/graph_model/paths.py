"""How a conflict may move on from the status quo: what sequences of moves reach, and how soon [Li2005]_."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Hashable, Iterator
from typing import NamedTuple

import numpy as np
from jaxtyping import Real

from sim.errors import InputError, Problem, one_of
from sim.graph_model.moves import Moves
from sim.graph_model.sanctions import CONVENTIONS


class Step(NamedTuple):
    """One move: who makes it, and the package it leads to."""

    party: int
    package: int


Path = tuple[Step, ...]
"""Moves one after the other."""


def shortest_paths(
    moves: Moves,
    start: int,
    preferences: Real[np.ndarray, "parties packages"] | None = None,
    movers: Collection[int] | None = None,
    sanctions: str = "legal",
) -> dict[int, Path]:
    """Find what sequences of moves reach from a package, and a shortest path to each, the nearest first.

    Parameters
    ----------
    start
        The package that holds now, the status quo. It is not among those reached.
    preferences
        If they are given, each move must be an improvement for its mover on where it starts.
    movers
        Who may move, everybody if it is not given.
    sanctions
        Which sequences count; legal ones, in which no party moves twice in a row, if it is not given.

    Returns
    -------
    dict
        Package -> path. Of several as short, the one whose first difference is an earlier party's move, or
        its move to a package of lower index.

    Raises
    ------
    InputError
        If there is no such package or convention.

    Examples
    --------
    >>> moves = Moves.listed([[[1], [], [3], []], [[], [2], [], []]])
    >>> shortest_paths(moves, start=0)[3]
    (Step(party=0, package=1), Step(party=1, package=2), Step(party=0, package=3))
    >>> list(shortest_paths(moves, start=0, preferences=np.array([[0, 1, 1, 1], [0, 1, 2, 0]])))
    [1, 2]
    """
    found = walks(moves, start, preferences, range(moves.parties) if movers is None else movers, sanctions)
    paths: dict[int, Path] = {}
    for path in found:
        paths.setdefault(path[-1].package, path)
    paths.pop(start, None)
    return paths


def walks(
    moves: Moves,
    start: int,
    preferences: Real[np.ndarray, "parties packages"] | None,
    movers: Collection[int],
    sanctions: str,
) -> Iterator[Path]:
    """Go through sequences of moves, short ones first; of those that may go on alike, only the first does.

    Examples
    --------
    >>> moves = Moves.listed([[[1], [0]], [[1], []]])
    >>> [[step.party for step in path] for path in walks(moves, 0, None, (0, 1), "legal")]
    [[0], [1], [1, 0]]
    """
    _check(moves, start, sanctions)
    met: set[Hashable] = set()
    waiting: deque[Path] = deque([()])
    while waiting:
        path = waiting.popleft()
        here = path[-1].package if path else start
        for party in sorted(movers):
            if _may_move(party, path, sanctions):
                for package in moves.of(party, here):
                    longer = (*path, Step(party, package))
                    node = (package, _past(longer, sanctions))
                    if node not in met and (
                        preferences is None or preferences[party, package] > preferences[party, here]
                    ):
                        met.add(node)
                        waiting.append(longer)
                        yield longer


def _check(moves: Moves, start: int, sanctions: str) -> None:
    """Raise what is wrong with the settings of a search."""
    problems = []
    if not 0 <= start < moves.packages:
        found = f"no package {start}, expected one of 0 to {moves.packages - 1}"
        problems.append(Problem(found, path="start"))
    if sanctions not in CONVENTIONS:
        problems.append(Problem(one_of("sanction convention", sanctions, CONVENTIONS), path="sanctions"))
    if problems:
        raise InputError(problems)


def _may_move(party: int, path: Path, sanctions: str) -> bool:
    """Say whether a party may move on after a path."""
    if sanctions == "single":
        return not path
    recent = path[-1:] if sanctions == "legal" else path
    return all(party != step.party for step in recent)


def _past(path: Path, sanctions: str) -> frozenset[int]:
    """Return whose moves bear on how a path may go on."""
    return frozenset(step.party for step in (path[-1:] if sanctions == "legal" else path))
