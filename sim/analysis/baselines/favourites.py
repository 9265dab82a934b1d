"""What each party at the table would have if it were alone: its best package, in each world."""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool, Float, Int

from sim.solutions.choice import best, first


def favourites(
    utilities: Float[np.ndarray, "worlds parties packages"], among: Bool[np.ndarray, "packages"]
) -> Int[np.ndarray, "worlds parties"]:
    """Return the package of `among` that is worth most to each party; ties go to the lowest index.

    Examples
    --------
    >>> utilities = np.array([[[0.2, 0.9, 0.9, 1.0], [0.7, 0.1, 0.0, 0.0]]])
    >>> favourites(utilities, np.array([True, True, True, False]))
    array([[1, 0]])
    """
    return first(best(utilities, np.broadcast_to(among, utilities.shape)))


def distinct(packages: Int[np.ndarray, "worlds parties"]) -> Bool[np.ndarray, "worlds parties"]:
    """Mark each world's packages, leaving out those that stand further left already.

    Examples
    --------
    >>> distinct(np.array([[7, 3, 7]]))
    array([[ True,  True, False]])
    """
    same = packages[:, :, None] == packages[:, None, :]
    return ~np.tril(same, k=-1).any(axis=2)
