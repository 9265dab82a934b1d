"""Nash stability: a party cannot improve by a move of its own [Nash1951]_."""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool, Real

from sim.graph_model.moves import Moves
from sim.graph_model.sanctions import deterred


def nash(
    moves: Moves,
    preferences: Real[np.ndarray, "*worlds parties packages"],
    sanctions: str = "legal",  # noqa: ARG001  (concepts have one signature; here nobody answers)
) -> Bool[np.ndarray, "*worlds parties packages"]:
    """Mark the packages from which a party has no improvement; also called rational.

    Larger preferences are better and are compared exactly. A package that a rule forbids is never stable.

    Examples
    --------
    The prisoner's dilemma; in packages 0 and 3 both do the same, and 3, where they both cooperate, is better.

    >>> moves = Moves.listed([[[2], [3], [0], [1]], [[1], [0], [3], [2]]])
    >>> nash(moves, np.array([[2, 4, 1, 3], [2, 1, 4, 3]]))
    array([[ True,  True, False, False],
           [ True, False,  True, False]])
    """
    return deterred(moves, preferences, np.full(preferences.shape, np.inf))
