"""The Nash bargaining solution: the largest product of gains [Nash1950]_."""

from __future__ import annotations

from math import prod

import numpy as np
from jaxtyping import Bool, Float, Int

from sim.solutions._blocks import in_blocks
from sim.solutions.choice import ROUNDING, best, first, greatest
from sim.solutions.exact import NEAR, exact_gains, exact_parts
from sim.solutions.gains import gains, signable


@in_blocks
def nash_bargaining(
    utilities: Float[np.ndarray, "*worlds parties packages"],
    reservation_values: Float[np.ndarray, "*worlds parties"],
    among: Bool[np.ndarray, "*worlds packages"] | None = None,
) -> Int[np.ndarray, "*worlds"]:
    """Package with the largest product of gains over the reservation values [Nash1950]_.

    Returns the package's index in each world, -1 where no package of `among` (all, if it is not given)
    leaves everyone at or above their reservation value. Ties go to the lowest index. A party whose worst
    package is worth more than its reservation value gains what lies above that worst package.

    Where every product is zero, because somebody gains nothing whatever is picked, as many parties as
    possible shall gain, and the product is that of their gains [Caragiannis2019]_, each taken as a part
    of the most its party could gain: so the choice does not depend on anybody's scale.

    Examples
    --------
    >>> utilities = np.array([[0.9, 0.6, 0.2], [0.2, 0.6, 0.9]])
    >>> nash_bargaining(utilities, np.array([0.1, 0.1]))
    array(1)
    >>> nash_bargaining(utilities, np.array([0.7, 0.7]))
    array(-1)
    """
    marked = signable(utilities, reservation_values, among)
    gaining, product = np.zeros(marked.shape), np.zeros(marked.shape)
    for gain in gains(utilities, reservation_values):
        gains_ = marked & (gain > ROUNDING)
        gaining += gains_
        most = np.maximum(greatest(gain, gains_)[..., None], ROUNDING)
        # A sum of logarithms: the product of many small gains would become zero.
        product += np.log(np.where(gains_, gain, most) / most)
    return first(best(product, best(gaining, marked)))


def is_nash_bargaining(
    utilities: Float[np.ndarray, "parties packages"],
    reservation_values: Float[np.ndarray, "parties"],
    package: int,
    among: Bool[np.ndarray, "packages"] | None = None,
) -> bool:
    """Say, in exact fractions, whether no package that all would sign has a larger product of gains.

    Where somebody gains nothing whatever is picked, it is the product of as many gains as possible, each
    as a part of the most its party could gain. Of -1 it is so where nothing can be signed. Products within
    a part in 10^12 of the largest are as large.

    Examples
    --------
    >>> utilities = np.array([[0.9, 0.6, 0.2], [0.2, 0.6, 0.9]])
    >>> [is_nash_bargaining(utilities, np.array([0.1, 0.1]), package) for package in range(3)]
    [False, True, False]
    """
    gained = exact_gains(utilities, reservation_values, among)
    if package not in gained:
        return not gained and package == -1
    count = {other: sum(gain > NEAR for gain in each) for other, each in gained.items()}
    product = {
        other: prod(part for part, gain in zip(parts, gained[other], strict=True) if gain > NEAR)
        for other, parts in exact_parts(gained).items()
        if count[other] == max(count.values())
    }
    return package in product and product[package] >= max(product.values()) * (1 - NEAR)
