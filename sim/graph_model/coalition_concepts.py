"""Stability for coalitions: whether a joint improvement exists, and can be answered [InoharaHipel2008]_."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from jaxtyping import Bool, Float, Real

from sim.errors import InputError, Problem, one_of
from sim.graph_model.coalitions import Coalition, better, coalition_reach, coalitions
from sim.graph_model.moves import Moves
from sim.graph_model.sanctions import in_a_row, least_worth

COALITION_CONCEPTS = {
    "nash": "no package that the coalition can reach is worth more to every member",
    "gmr": "the others can answer each so that some member is no better off",
    "smr": "they can, and the coalition cannot reach a package from there that makes up for it",
}
"""What each concept asks for. For a coalition of one they are the concepts of the same name."""


def coalition_stable(
    moves: Moves,
    preferences: Real[np.ndarray, "*worlds parties packages"],
    members: Coalition,
    concept: str = "nash",
    sanctions: str = "legal",
) -> Bool[np.ndarray, "*worlds packages"]:
    """Mark the possible packages that are stable for a coalition.

    The coalition moves by legal sequences, and only to what is worth more to every member; the others answer
    by sequences of the kind that `sanctions` names. Time and memory grow with the square of the number of
    packages, and for all but `nash` time does with its cube at worst.

    Raises
    ------
    InputError
        If there is no such concept or convention.

    Examples
    --------
    >>> moves = Moves.listed([[[1], [], []], [[], [2], []]])
    >>> preferences = np.array([[1, 0, 2], [1, 0, 2]])
    >>> coalition_stable(moves, preferences, [0]), coalition_stable(moves, preferences, [0, 1])
    (array([ True,  True,  True]), array([False, False,  True]))
    """
    if concept not in COALITION_CONCEPTS:
        raise InputError([Problem(one_of("coalition concept", concept, COALITION_CONCEPTS), path="concept")])
    reach = coalition_reach(moves, members)
    stable = np.empty((len(each := in_a_row(preferences)), moves.packages), dtype=bool)
    for world, worth in enumerate(each):
        wanted = better(worth, members)
        tempting = reach & wanted
        if concept != "nash":
            spoilt = ~wanted if concept == "gmr" else ~wanted & ~_makes_up(reach, wanted)
            tempting &= ~_answered(moves, worth, members, spoilt, sanctions)
        stable[world] = moves.possible & ~tempting.any(axis=1)
    return stable.reshape(*preferences.shape[:-2], moves.packages)


def coalitionally_stable(
    moves: Moves,
    preferences: Real[np.ndarray, "*worlds parties packages"],
    among: Iterable[Coalition] | None = None,
    concept: str = "nash",
    sanctions: str = "legal",
) -> Bool[np.ndarray, "*worlds packages"]:
    """Mark the possible packages that are stable for every coalition, those of one party included.

    Parameters
    ----------
    among
        The coalitions that count, if not all of them.

    Examples
    --------
    >>> moves = Moves.listed([[[1], [], []], [[], [2], []]])
    >>> coalitionally_stable(moves, np.array([[1, 0, 2], [1, 0, 2]]))
    array([False, False,  True])
    """
    stable = np.empty((*preferences.shape[:-2], moves.packages), dtype=bool)
    stable[:] = moves.possible
    for members in coalitions(moves.parties) if among is None else among:
        stable &= coalition_stable(moves, preferences, members, concept, sanctions)
    return stable


def _makes_up(
    reach: Bool[np.ndarray, "packages packages"], wanted: Bool[np.ndarray, "packages packages"]
) -> Bool[np.ndarray, "packages packages"]:
    """Mark for each package those from which the coalition reaches what it would have wanted from it."""
    ways = wanted.astype(np.float32) @ reach.T.astype(np.float32)
    return np.asarray(ways > 0)


def _answered(
    moves: Moves,
    worth: Float[np.ndarray, "parties packages"],
    members: Coalition,
    spoilt: Bool[np.ndarray, "packages packages"],
    sanctions: str,
) -> Bool[np.ndarray, "packages packages"]:
    """Mark for each package where the others can go on from to what spoils an improvement on it."""
    others = np.ones(moves.parties, dtype=bool)
    others[list(members)] = False
    movers = np.tile(others, (moves.packages, 1))
    costs = np.where(spoilt, 0.0, 1.0)
    return np.asarray(least_worth(moves, worth, costs, sanctions, movers=movers) == 0)
