"""The utilitarian choice: the most in total [Harsanyi1955]_."""

from __future__ import annotations

from functools import reduce

import numpy as np
from jaxtyping import Bool, Float, Int

from sim.solutions._blocks import in_blocks
from sim.solutions.choice import best, first
from sim.solutions.exact import exact_gains, is_first_by
from sim.solutions.gains import signable


@in_blocks
def utilitarian_bargaining(
    utilities: Float[np.ndarray, "*worlds parties packages"],
    reservation_values: Float[np.ndarray, "*worlds parties"],
    among: Bool[np.ndarray, "*worlds packages"] | None = None,
) -> Int[np.ndarray, "*worlds"]:
    """Package with the largest sum of utilities [Harsanyi1955]_.

    Returns the package's index in each world, -1 where no package of `among` (all, if it is not given)
    leaves everyone at or above their reservation value. Ties go to the lowest index.

    Examples
    --------
    >>> utilities = np.array([[0.9, 0.5, 0.2], [0.1, 0.4, 0.9]])
    >>> utilitarian_bargaining(utilities, np.array([0.0, 0.0]))
    array(2)
    >>> utilitarian_bargaining(utilities, np.array([0.3, 0.3]))
    array(1)
    """
    total = reduce(np.add, np.moveaxis(utilities, -2, 0))
    return first(best(total, signable(utilities, reservation_values, among)))


def is_utilitarian_bargaining(
    utilities: Float[np.ndarray, "parties packages"],
    reservation_values: Float[np.ndarray, "parties"],
    package: int,
    among: Bool[np.ndarray, "packages"] | None = None,
) -> bool:
    """Say, in exact fractions, whether no package that all would sign has a larger sum of utilities.

    Gains stand for utilities: what they count from is the same for all packages. Of -1 it is so where
    nothing can be signed.

    Examples
    --------
    >>> utilities = np.array([[0.9, 0.5, 0.2], [0.1, 0.4, 0.9]])
    >>> [is_utilitarian_bargaining(utilities, np.array([0.3, 0.3]), package) for package in range(3)]
    [False, True, False]
    """
    gained = exact_gains(utilities, reservation_values, among)
    return is_first_by({other: (sum(each),) for other, each in gained.items()}, package)
