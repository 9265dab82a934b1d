"""Which package has the greatest value: rounding does not decide, and ties go to the lowest index."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from jaxtyping import Bool, Float, Int

ROUNDING = 1e-12
"""Values nearer than this are equal, and gains below it are none; utilities run from 0 to 1."""

NONE = -1
"""No package."""


def best(
    values: Float[np.ndarray, "*worlds packages"], among: Bool[np.ndarray, "*worlds packages"]
) -> Bool[np.ndarray, "*worlds packages"]:
    """Mark the packages of `among` with the greatest value in their world, all of them if they tie.

    Examples
    --------
    >>> best(np.array([0.3, 0.1 + 0.2, 0.9, 0.2]), np.array([True, True, False, True]))
    array([ True,  True, False, False])
    """
    return among & (values >= greatest(values, among)[..., None] - ROUNDING)


def greatest(
    values: Float[np.ndarray, "*worlds packages"], among: Bool[np.ndarray, "*worlds packages"]
) -> Float[np.ndarray, "*worlds"]:
    """Return the greatest value among some packages in each world, minus infinity where there are none.

    Examples
    --------
    >>> greatest(np.array([[0.3, 0.9], [0.3, 0.9]]), np.array([[True, False], [False, False]]))
    array([ 0.3, -inf])
    """
    # Three times as fast as a maximum with `where`.
    return np.asarray(np.where(among, values, -np.inf).max(axis=-1, initial=-np.inf))


def first(among: Bool[np.ndarray, "*worlds packages"]) -> Int[np.ndarray, "*worlds"]:
    """Return the lowest index that is marked in each world, -1 where none is.

    Examples
    --------
    >>> first(np.array([[False, True, True], [False, False, False]]))
    array([ 1, -1])
    """
    return np.where(among.any(axis=-1), among.argmax(axis=-1), NONE)


def fairest(
    shares: Iterable[Float[np.ndarray, "*worlds packages"]], among: Bool[np.ndarray, "*worlds packages"]
) -> Int[np.ndarray, "*worlds"]:
    """Return the package of `among` with the greatest least share, -1 where there is none.

    `shares` has one array for each party. Ties go to the greatest sum of shares, so that no package is
    better than the one returned for somebody and worse for nobody, and then to the lowest index.

    Examples
    --------
    >>> shares = [np.array([0.2, 0.2, 0.1]), np.array([0.3, 0.4, 0.9])]
    >>> fairest(shares, np.array([True, True, True]))
    array(1)
    """
    least, total = np.full(among.shape, np.inf), np.zeros(among.shape)
    for share in shares:
        least = np.minimum(least, share)
        total = total + share
    return first(best(total, best(least, among)))
