"""The Kalai-Smorodinsky solution: to all the same part of their most [KalaiSmorodinsky1975]_."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from jaxtyping import Bool, Float, Int

from sim.solutions.choice import ROUNDING, fairest, greatest
from sim.solutions.gains import gains, signable


def kalai_smorodinsky_bargaining(
    utilities: Float[np.ndarray, "*worlds parties packages"],
    reservation_values: Float[np.ndarray, "*worlds parties"],
    among: Bool[np.ndarray, "*worlds packages"] | None = None,
) -> Int[np.ndarray, "*worlds"]:
    """Package with the largest least part of what each party could gain at most [KalaiSmorodinsky1975]_.

    A party's part is its gain over the reservation value, divided by its largest gain from any package
    that could be picked; a party that can gain nothing there has its part. On a finite set parts can
    rarely be equal: the largest least part stands for that, as is usual.

    Returns the package's index in each world, -1 where no package of `among` (all, if it is not given)
    leaves everyone at or above their reservation value. Of packages with the same least part, the one
    with the largest sum of parts is picked, so that none is better for somebody and worse for nobody;
    ties in both go to the lowest index. A party whose worst package is worth more than its reservation
    value gains what lies above that worst package.

    Examples
    --------
    >>> utilities = np.array([[1.0, 0.6, 0.5, 0.0], [0.0, 0.2, 0.3, 0.5]])
    >>> kalai_smorodinsky_bargaining(utilities, np.array([0.0, 0.0]))
    array(2)
    """
    marked = signable(utilities, reservation_values, among)
    return fairest(_parts(utilities, reservation_values, marked), marked)


def _parts(
    utilities: Float[np.ndarray, "*worlds parties packages"],
    reservation_values: Float[np.ndarray, "*worlds parties"],
    marked: Bool[np.ndarray, "*worlds packages"],
) -> Iterator[Float[np.ndarray, "*worlds packages"]]:
    """Yield, party by party, the part each package gives it of what it could gain at most."""
    for gain in gains(utilities, reservation_values):
        most = greatest(gain, marked)[..., None]
        something = most > ROUNDING
        yield np.where(something, gain / np.where(something, most, 1), 1)
