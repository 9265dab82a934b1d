"""The egalitarian solution: the most for whoever gains least [Kalai1977]_."""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool, Float, Int

from sim.solutions._blocks import in_blocks
from sim.solutions.choice import fairest
from sim.solutions.exact import exact_gains, is_first_by
from sim.solutions.gains import gains, signable


@in_blocks
def egalitarian_bargaining(
    utilities: Float[np.ndarray, "*worlds parties packages"],
    reservation_values: Float[np.ndarray, "*worlds parties"],
    among: Bool[np.ndarray, "*worlds packages"] | None = None,
) -> Int[np.ndarray, "*worlds"]:
    """Package with the largest least gain over the reservation values [Kalai1977]_.

    Returns the package's index in each world, -1 where no package of `among` (all, if it is not given)
    leaves everyone at or above their reservation value. Of packages with the same least gain, the one
    with the largest sum of gains is picked, so that none is better for somebody and worse for nobody;
    ties in both go to the lowest index. A party whose worst package is worth more than its reservation
    value gains what lies above that worst package.

    Examples
    --------
    >>> utilities = np.array([[0.9, 0.5, 0.4], [0.3, 0.5, 0.9]])
    >>> egalitarian_bargaining(utilities, np.array([0.4, 0.1]))
    array(1)
    """
    marked = signable(utilities, reservation_values, among)
    return fairest(gains(utilities, reservation_values), marked)


def is_egalitarian_bargaining(
    utilities: Float[np.ndarray, "parties packages"],
    reservation_values: Float[np.ndarray, "parties"],
    package: int,
    among: Bool[np.ndarray, "packages"] | None = None,
) -> bool:
    """Say, in exact fractions, whether no package that all would sign gives whoever gains least more.

    Nor, if it gives them as much, more in total. Of -1 it is so where nothing can be signed.

    Examples
    --------
    >>> utilities = np.array([[0.9, 0.5, 0.4], [0.3, 0.5, 0.9]])
    >>> [is_egalitarian_bargaining(utilities, np.array([0.4, 0.1]), package) for package in range(3)]
    [False, True, False]
    """
    gained = exact_gains(utilities, reservation_values, among)
    return is_first_by({other: (min(each), sum(each)) for other, each in gained.items()}, package)
