"""What coalitions can reach together, and what pays for all members [Kilgour2001]_ [InoharaHipel2008]_."""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations

import numpy as np
from jaxtyping import Bool, Float, Real

from sim.graph_model._legal import mark_reach
from sim.graph_model.moves import Moves
from sim.graph_model.sanctions import in_a_row

Coalition = Collection[int]
"""Places of parties."""


def coalitions(parties: int, least: int = 1) -> list[tuple[int, ...]]:
    """List all coalitions of at least so many members, the small ones first.

    Examples
    --------
    >>> coalitions(3, least=2)
    [(0, 1), (0, 2), (1, 2), (0, 1, 2)]
    """
    return [members for size in range(least, parties + 1) for members in combinations(range(parties), size)]


def coalition_reach(moves: Moves, members: Coalition) -> Bool[np.ndarray, "packages packages"]:
    """Mark the packages that the members can reach from each package by a legal sequence of their moves.

    No party moves twice in a row; not all members need move, and the package itself is reached if they can
    come back to it. A coalition of one makes a single move.

    Examples
    --------
    >>> moves = Moves.listed([[[1], [], []], [[], [2], []]])
    >>> coalition_reach(moves, [0, 1]).astype(int)
    array([[0, 1, 1],
           [0, 0, 1],
           [0, 0, 0]])
    """
    reach = np.zeros((moves.packages, moves.packages), dtype=bool)
    mark_reach(moves.forward, np.array(sorted(set(members)), dtype=np.int64), reach)
    return reach


def coalition_improvements(
    moves: Moves, preferences: Real[np.ndarray, "parties packages"], members: Coalition
) -> dict[int, list[int]]:
    """List from each package those that a coalition can reach and that are worth more to every member.

    Packages from which there are none are left out.

    Examples
    --------
    Neither gains by the first move alone, and together they gain.

    >>> moves = Moves.listed([[[1], [], []], [[], [2], []]])
    >>> coalition_improvements(moves, np.array([[1, 0, 2], [1, 0, 2]]), [0, 1])
    {0: [2], 1: [2]}
    """
    improving = coalition_reach(moves, members) & better(in_a_row(preferences)[0], members)
    return {package: np.flatnonzero(row).tolist() for package, row in enumerate(improving) if row.any()}


def better(
    worth: Float[np.ndarray, "parties packages"], members: Coalition
) -> Bool[np.ndarray, "packages packages"]:
    """Mark for each package those that are worth more to every member.

    Examples
    --------
    >>> better(np.array([[0.0, 1.0], [0.0, 2.0]]), [0, 1])
    array([[False,  True],
           [False, False]])
    """
    marked = np.ones((worth.shape[1], worth.shape[1]), dtype=bool)
    for member in members:
        marked &= worth[member] > worth[member][:, None]
    return marked
