"""From a uniform number to a number of the distribution: inverse cumulative distributions."""

from __future__ import annotations

import numpy as np
from jaxtyping import Float

from sim.scenario import Distribution
from sim.scenario.distributions import Beta, Certain, Choice, Triangular, TruncatedNormal, Uniform

FINEST = 2.0**-53
"""The step of the streams' uniform numbers."""


def quantile(distribution: Distribution, uniform: Float[np.ndarray, "worlds"]) -> Float[np.ndarray, "worlds"]:
    """Return the number below which the distribution has a share `uniform`, in each world.

    Examples
    --------
    >>> quantile(Uniform(2.0, 4.0), np.array([0.0, 0.5]))
    array([2., 3.])
    """
    match distribution:
        case Certain(value):
            return np.full(uniform.shape, value)
        case Uniform(low, high):
            return low + (high - low) * uniform
        case Triangular():
            return _triangular(distribution, uniform)
        case TruncatedNormal():
            return _truncated_normal(distribution, uniform)
        case Beta():
            return _beta(distribution, uniform)
        case Choice():
            return _choice(distribution, uniform)


def _triangular(triangle: Triangular, uniform: np.ndarray) -> np.ndarray:
    low, mode, high = triangle.low, triangle.mode, triangle.high
    width = high - low
    rising = low + np.sqrt(uniform * (width * (mode - low)))
    falling = high - np.sqrt((1 - uniform) * (width * (high - mode)))
    return np.where(uniform * width < mode - low, rising, falling)


def _truncated_normal(normal: TruncatedNormal, uniform: np.ndarray) -> np.ndarray:
    from scipy.special import ndtr, ndtri  # noqa: PLC0415  (slow to import, seldom needed)

    if normal.low > normal.mean_before:  # the upper tail is the lower one in a mirror, and more exact there
        mirrored = TruncatedNormal(-normal.mean_before, normal.sd, -normal.high, -normal.low)
        return -_truncated_normal(mirrored, 1 - uniform)
    below, above = (ndtr((bound - normal.mean_before) / normal.sd) for bound in normal.bounds)
    drawn = normal.mean_before + normal.sd * ndtri(below + (above - below) * uniform)
    return np.clip(drawn, normal.low, normal.high)


def _beta(beta: Beta, uniform: np.ndarray) -> np.ndarray:
    from scipy.special import betaincinv  # noqa: PLC0415  (slow to import, seldom needed)

    whole = np.floor(uniform / FINEST) * FINEST  # below, SciPy's inverse does not always rise
    return betaincinv(beta.mean * beta.concentration, (1 - beta.mean) * beta.concentration, whole)


def _choice(choice: Choice, uniform: np.ndarray) -> np.ndarray:
    reached = np.cumsum(choice.chances) / np.sum(choice.chances)
    place = np.searchsorted(reached, uniform, side="right")
    return np.asarray(choice.values)[np.minimum(place, len(choice.values) - 1)]
