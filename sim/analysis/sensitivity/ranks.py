"""Places of numbers in rising order; equal numbers share one."""

from __future__ import annotations

import numpy as np
from jaxtyping import Float, Int, Shaped


def below(
    column: Shaped[np.ndarray, "worlds"],
) -> tuple[Int[np.ndarray, "worlds"], Int[np.ndarray, "worlds"]]:
    """Return for each number how many are less, and how many are equal to it, itself included.

    Examples
    --------
    >>> below(np.array([2.0, 1.0, 2.0]))
    (array([1, 0, 1]), array([2, 1, 2]))
    """
    order = np.argsort(column, kind="stable")
    rising = column[order]
    starts = np.flatnonzero(np.concatenate([[True], rising[1:] != rising[:-1]]))
    alike = np.diff(np.append(starts, len(column)))
    less, equal = np.empty((2, len(column)), dtype=np.int64)
    less[order], equal[order] = np.repeat(starts, alike), np.repeat(alike, alike)
    return less, equal


def mean_ranks(column: Shaped[np.ndarray, "worlds"]) -> Float[np.ndarray, "worlds"]:
    """Return the ranks of numbers, counted from 1; equal ones share the mean of theirs.

    Examples
    --------
    >>> mean_ranks(np.array([2.0, 1.0, 2.0]))
    array([2.5, 1. , 2.5])
    """
    less, equal = below(column)
    return less + (equal + 1) / 2
