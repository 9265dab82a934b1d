"""The leximin solution: the most for the worst off, then for the second worst, and so on [Sen1970]_."""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool, Float, Int

from sim.solutions._blocks import in_blocks
from sim.solutions.choice import NONE, ROUNDING, best
from sim.solutions.exact import exact_gains, exact_parts, is_first_by
from sim.solutions.gains import parts, signable

Packages = Bool[np.ndarray, "*worlds packages"]


@in_blocks
def leximin_bargaining(
    utilities: Float[np.ndarray, "*worlds parties packages"],
    reservation_values: Float[np.ndarray, "*worlds parties"],
    among: Bool[np.ndarray, "*worlds packages"] | None = None,
) -> Int[np.ndarray, "*worlds"]:
    """Package with the largest least part; of these, with the largest second least; and so on [Imai1983]_.

    A party's part is its gain over the reservation value, divided by its largest gain from any package
    that could be picked, as in the Kalai-Smorodinsky solution, which this one sharpens. Parts, and not
    gains, since utilities of different parties are not comparable: so nobody's scale matters. A party that
    can gain nothing has its part.

    Returns the package's index in each world, -1 where no package of `among` (all, if it is not given)
    leaves everyone at or above their reservation value. Ties in all parts go to the lowest index. A party
    whose worst package is worth more than its reservation value gains what lies above that worst package.

    Examples
    --------
    >>> utilities = np.array([[0.0, 0.5, 0.5, 1.0], [1.0, 0.5, 0.5, 0.0], [0.2, 0.7, 0.8, 1.0]])
    >>> leximin_bargaining(utilities, np.zeros(3))
    array(2)
    """
    marked = signable(utilities, reservation_values, among)
    each = list(parts(utilities, reservation_values, marked))
    left = np.nonzero(best(np.min(each, axis=0), marked))
    *where, packages = left
    shape = marked.shape[:-1]
    world = np.ravel_multi_index(tuple(where), shape) if shape else np.zeros(len(packages), dtype=int)
    rising = np.sort(np.stack([part[left] for part in each], axis=1), axis=1)
    return _first_of_each(world, packages, _sift(world, rising), shape)


def is_leximin_bargaining(
    utilities: Float[np.ndarray, "parties packages"],
    reservation_values: Float[np.ndarray, "parties"],
    package: int,
    among: Bool[np.ndarray, "packages"] | None = None,
) -> bool:
    """Say, in exact fractions, whether no package that all would sign has larger parts, the least first.

    Of -1 it is so where nothing can be signed.

    Examples
    --------
    >>> utilities = np.array([[0.0, 0.5, 0.5, 1.0], [1.0, 0.5, 0.5, 0.0], [0.2, 0.7, 0.8, 1.0]])
    >>> [is_leximin_bargaining(utilities, np.zeros(3), package) for package in range(4)]
    [False, False, True, False]
    """
    parts_ = exact_parts(exact_gains(utilities, reservation_values, among))
    return is_first_by({other: sorted(each) for other, each in parts_.items()}, package)


def _sift(world: Int[np.ndarray, "pairs"], rising: Float[np.ndarray, "pairs parties"]) -> np.ndarray:
    """Mark the pairs of world and package left when those with less are dropped, part by part."""
    left = np.ones(len(world), dtype=bool)
    most = np.empty(world.max(initial=NONE) + 1)
    for part in rising.T[1:]:  # the least are equal already
        most.fill(-np.inf)
        np.maximum.at(most, world[left], part[left])
        left &= part >= most[world] - ROUNDING
    return left


def _first_of_each(
    world: Int[np.ndarray, "pairs"],
    package: Int[np.ndarray, "pairs"],
    left: Bool[np.ndarray, "pairs"],
    shape: tuple[int, ...],
) -> Int[np.ndarray, "*worlds"]:
    """Return the lowest package left in each world, -1 where there is none; pairs come in rising order."""
    picked = np.full(np.prod(shape, dtype=int), NONE)
    picked[world[left][::-1]] = package[left][::-1]
    return picked.reshape(shape)
