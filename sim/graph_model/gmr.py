"""General metarational stability: the opponents can answer every improvement [Howard1971]_."""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool, Real

from sim.graph_model.moves import Moves
from sim.graph_model.sanctions import deterred, least_worth


def gmr(
    moves: Moves,
    preferences: Real[np.ndarray, "*worlds parties packages"],
    sanctions: str = "legal",
) -> Bool[np.ndarray, "*worlds parties packages"]:
    """Mark the packages from which each improvement of a party can be answered, be it at the answerers' cost.

    An answer is a sequence of the opponents' moves, of the kind that `sanctions` names, to a package that is
    worth no more to the party than the one it started from. Larger preferences are better and are compared
    exactly. A package that a rule forbids is never stable.

    Examples
    --------
    The prisoner's dilemma; in packages 0 and 3 both do the same, and 3, where they both cooperate, is better.

    >>> moves = Moves.listed([[[2], [3], [0], [1]], [[1], [0], [3], [2]]])
    >>> gmr(moves, np.array([[2, 4, 1, 3], [2, 1, 4, 3]]))
    array([[ True,  True, False,  True],
           [ True, False,  True,  True]])
    """
    return deterred(moves, preferences, least_worth(moves, preferences, preferences, sanctions))
