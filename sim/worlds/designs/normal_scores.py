"""Between uniform numbers and normal scores."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from jaxtyping import Float

LEAST, MOST = 2.0**-54, 1 - 2.0**-53
"""What 0 and 1 are taken for: half a step of the streams' numbers above 0, the last number below 1."""


def normal_scores(uniform: Float[np.ndarray, "worlds"]) -> Float[np.ndarray, "worlds"]:
    """Return the numbers below which a normal distribution has these shares; finite also for 0.

    Examples
    --------
    >>> normal_scores(np.array([0.0, 0.5])).round(2)
    array([-8.29,  0.  ])
    """
    from scipy.special import ndtri  # noqa: PLC0415  (slow to import, seldom needed)

    return ndtri(np.clip(uniform, LEAST, MOST))


def shares(scores: Float[np.ndarray, "worlds"]) -> Float[np.ndarray, "worlds"]:
    """Return the share of a normal distribution below each number, in [0, 1)."""
    from scipy.special import ndtr  # noqa: PLC0415  (slow to import, seldom needed)

    return np.minimum(ndtr(scores), MOST)


def mixed(scores: Sequence[Float[np.ndarray, "worlds"]], row: Sequence[float]) -> Float[np.ndarray, "worlds"]:
    """Return the sum of scores, each times its number of a row, from left to right.

    Not a product of matrices: that would add up otherwise in a batch of another size.
    """
    total = np.zeros_like(scores[0])
    for score, times in zip(scores, row, strict=False):
        total += score * times
    return total
