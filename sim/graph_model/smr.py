"""Symmetric metarational stability: the opponents can answer, and no reply escapes it [Howard1971]_."""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool, Real

from sim.graph_model.moves import Moves
from sim.graph_model.sanctions import best_worth, deterred, least_worth


def smr(
    moves: Moves,
    preferences: Real[np.ndarray, "*worlds parties packages"],
    sanctions: str = "legal",
) -> Bool[np.ndarray, "*worlds parties packages"]:
    """Mark the packages from which each improvement of a party can be answered for good.

    The answer leads to a package that is worth no more to the party than the one it started from, and from
    which no move of its own leads to one that is worth more. Larger preferences are better and are compared
    exactly. A package that a rule forbids is never stable.

    Examples
    --------
    The second party can answer the first one's improvement to package 1 by package 2; but then the first
    moves on to package 3.

    >>> from sim.graph_model.gmr import gmr
    >>> moves = Moves.listed([[[1], [], [3], []], [[], [2], [], []]])
    >>> preferences = np.array([[1, 2, 0, 3], [0, 0, 0, 0]])
    >>> gmr(moves, preferences)[0, 0], smr(moves, preferences)[0, 0]
    (np.True_, np.False_)
    """
    lasting = best_worth(moves, preferences)
    return deterred(moves, preferences, least_worth(moves, preferences, lasting, sanctions))
