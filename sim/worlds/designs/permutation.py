"""A shuffled order of N things of which any part can be had alone [Kensler2013]_."""

from __future__ import annotations

import numpy as np
from jaxtyping import Int

ROUNDS = 8
"""How often bits are mixed; from six on, no test of ours tells the orders from any others."""


def shuffled(places: Int[np.ndarray, "places"], count: int, key: int) -> Int[np.ndarray, "places"]:
    """Return where the things in some places, out of `count`, stand in the shuffled order of a key.

    Each round multiplies by an odd number, adds another and folds the upper half of the bits into the
    lower: each step can be undone, so that no two numbers below a power of two become the same. What falls
    beyond `count` is mixed again until it does not, which keeps this so.

    Examples
    --------
    >>> sorted(shuffled(np.arange(6), count=6, key=1).tolist())
    [0, 1, 2, 3, 4, 5]
    """
    bits = max((count - 1).bit_length(), 1)
    numbers = np.random.Philox(key=key).random_raw((ROUNDS, 2))
    mixed = _mix(places.astype(np.uint64), bits, numbers)
    beyond = np.flatnonzero(mixed >= count)
    while beyond.size:
        mixed[beyond] = _mix(mixed[beyond], bits, numbers)
        beyond = beyond[mixed[beyond] >= count]
    return mixed.astype(np.int64)


def _mix(words: np.ndarray, bits: int, numbers: np.ndarray) -> np.ndarray:
    below, half = np.uint64(2**bits - 1), np.uint64((bits + 1) // 2)
    for times, plus in numbers:
        words = (words * (times | np.uint64(1)) + plus) & below
        words ^= words >> half
    return words
