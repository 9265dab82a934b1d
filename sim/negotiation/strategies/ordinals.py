"""Floats as whole numbers in the same order: their bits, as IEEE 754 lays them out."""

from __future__ import annotations

import numpy as np
from jaxtyping import Float, UInt64

MAGNITUDE = np.iinfo(np.int64).max  # all bits but the sign
LAST = np.uint64(MAGNITUDE)  # comes after every number, infinity too


def ordinals(numbers: Float[np.ndarray, "*shape"]) -> UInt64[np.ndarray, "*shape"]:
    """Return the numbers of floats in their order: equal ones, and they alone, share one; NaN has none.

    Zero has 0, and negative numbers lie below 2^64: differences are right modulo 2^64.

    Examples
    --------
    >>> ordinals(np.array([0.0, 5e-324, 1.0])).tolist()
    [0, 1, 4607182418800017408]
    >>> ordinals(np.array([0.5])) - ordinals(np.array([-0.0]))
    array([4602678819172646912], dtype=uint64)
    """
    bits = (numbers + 0.0).view(np.int64)  # -0.0 + 0.0 is 0.0
    ordinals = bits >> 63
    ordinals &= MAGNITUDE  # the larger the magnitude of a negative number, the lower it is
    ordinals ^= bits
    return ordinals.view(np.uint64)
