"""What packages are worth: u_p(k) = sum over issues, left to right, of weight * score, in float64."""

from __future__ import annotations

import numpy as np
from jaxtyping import Float


def utility(
    weights: Float[np.ndarray, "worlds issues"],
    scores: Float[np.ndarray, "worlds options"],
    shape: tuple[int, ...],
    out: Float[np.ndarray, "worlds packages"] | None = None,
    *,
    compiled: bool = True,
) -> Float[np.ndarray, "worlds packages"]:
    """Return the utility of every package, the last issue fastest.

    Parameters
    ----------
    weights
        Of each issue; they sum to 1 where utilities are to run from 0 to 1.
    scores
        Of each option, the options of all issues one after the other.
    shape
        Number of options of each issue.
    out
        Where to put them, if that is at hand.
    compiled
        Whether to use the loop compiled by Numba, which takes a moment to load; the numbers are the same.

    Examples
    --------
    >>> utility(np.array([[0.75, 0.25]]), np.array([[0.0, 1.0, 0.0, 1.0]]), (2, 2))
    array([[0.  , 0.25, 0.75, 1.  ]])
    """
    if not compiled:
        utilities = _in_numpy(weights, scores, shape)
        if out is not None:
            out[:] = utilities
        return utilities
    from sim.worlds.adding_up import add_up  # noqa: PLC0415  (slow to import)

    utilities = np.empty((len(weights), int(np.prod(shape)))) if out is None else out
    add_up(np.ascontiguousarray(weights), np.ascontiguousarray(scores), np.array(shape), utilities)
    return utilities


def _in_numpy(weights: np.ndarray, scores: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
    utilities, first = np.zeros((len(weights), 1)), 0
    for issue, options in enumerate(shape):
        worth = weights[:, issue, None] * scores[:, first : first + options]
        utilities = (utilities[:, :, None] + worth[:, None, :]).reshape(len(weights), -1)
        first += options
    return utilities
