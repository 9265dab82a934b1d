"""The Nash bargaining solution: the largest product of gains [Nash1950]_."""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool, Float, Int

from sim.solutions.choice import ROUNDING, best, first, greatest
from sim.solutions.gains import gains, signable


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
        most = greatest(gain, gains_)[..., None]
        # A sum of logarithms: the product of many small gains would become zero.
        product += np.log(np.divide(gain, most, out=np.ones(gain.shape), where=gains_))
    return first(best(product, best(gaining, marked)))
