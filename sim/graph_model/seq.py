"""Sequential stability: the opponents would answer every improvement, as it pays for them [Fraser1984]_."""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool, Real

from sim.graph_model.moves import Moves
from sim.graph_model.sanctions import deterred, least_worth


def seq(
    moves: Moves,
    preferences: Real[np.ndarray, "*worlds parties packages"],
    sanctions: str = "legal",
) -> Bool[np.ndarray, "*worlds parties packages"]:
    """Mark the packages from which each improvement of a party is met by a credible answer.

    Every move of the answer improves on the package where it starts for whoever makes it, and the last leads
    to a package that is worth no more to the party than the one it started from. Larger preferences are
    better and are compared exactly. A package that a rule forbids is never stable.

    Examples
    --------
    The second party could answer the first one's improvement to package 1, but does not gain by it.

    >>> from sim.graph_model.gmr import gmr
    >>> moves = Moves.listed([[[1], [], []], [[], [2], []]])
    >>> preferences = np.array([[1, 2, 0], [0, 1, 0]])
    >>> gmr(moves, preferences)[0, 0], seq(moves, preferences)[0, 0]
    (np.True_, np.False_)
    """
    credible = least_worth(moves, preferences, preferences, sanctions, improving=True)
    return deterred(moves, preferences, credible)
