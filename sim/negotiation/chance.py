"""Dice that were cast when the world was drawn: numbers that follow from one drawn number."""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool, Float, Int

STEP = 0x9E3779B97F4A7C15
MIX = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB), (31, 1))
TO_UNIT = 2.0**-53


def chance(luck: Float[np.ndarray, "rows"], throw: int) -> Float[np.ndarray, "rows"]:
    """Return the number in [0, 1) of one throw: another one for every throw, by SplitMix64 [Steele2014]_.

    Nothing is random here: the same drawn `luck` gives the same throws.

    Examples
    --------
    >>> first, second = (chance(np.array([0.25]), throw) for throw in (1, 2))
    >>> bool(0 <= first[0] < 1), bool(first[0] == second[0])
    (True, False)
    """
    state = (luck + 0.0).view(np.uint64) + np.uint64(throw * STEP & 2**64 - 1)
    for shift, factor in MIX:
        state = (state ^ (state >> np.uint64(shift))) * np.uint64(factor)
    return (state >> np.uint64(11)) * TO_UNIT


def one_of(
    marked: Bool[np.ndarray, "rows things"], luck: Float[np.ndarray, "rows"]
) -> Int[np.ndarray, "rows"]:
    """Return the place of the marked thing that a number in [0, 1) falls on; 0 where nothing is marked.

    Examples
    --------
    >>> marked = np.array([[False, True, True]])
    >>> one_of(marked, np.array([0.4])), one_of(marked, np.array([0.5]))
    (array([1]), array([2]))
    """
    number = (luck * marked.sum(axis=1)).astype(np.int64)
    return (marked.cumsum(axis=1) > number[:, None]).argmax(axis=1)
