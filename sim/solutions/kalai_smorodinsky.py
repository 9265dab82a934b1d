"""The Kalai-Smorodinsky solution: to all the same part of their most [KalaiSmorodinsky1975]_."""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool, Float, Int

from sim.solutions._blocks import in_blocks
from sim.solutions.choice import fairest
from sim.solutions.exact import exact_gains, exact_parts, is_first_by
from sim.solutions.gains import parts, signable


@in_blocks
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
    return fairest(parts(utilities, reservation_values, marked), marked)


def is_kalai_smorodinsky_bargaining(
    utilities: Float[np.ndarray, "parties packages"],
    reservation_values: Float[np.ndarray, "parties"],
    package: int,
    among: Bool[np.ndarray, "packages"] | None = None,
) -> bool:
    """Say, in exact fractions, whether no package that all would sign has a larger least part.

    Nor, if it has one as large, a larger sum of parts. Of -1 it is so where nothing can be signed.

    Examples
    --------
    >>> utilities = np.array([[1.0, 0.6, 0.5, 0.0], [0.0, 0.2, 0.3, 0.5]])
    >>> [is_kalai_smorodinsky_bargaining(utilities, np.zeros(2), package) for package in range(4)]
    [False, False, True, False]
    """
    parts_ = exact_parts(exact_gains(utilities, reservation_values, among))
    return is_first_by({other: (min(each), sum(each)) for other, each in parts_.items()}, package)
