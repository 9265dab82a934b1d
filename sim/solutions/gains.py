"""What each party gains over what it has without a deal, and the packages on which nobody loses."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from jaxtyping import Bool, Float

from sim.solutions.choice import ROUNDING, greatest


def signable(
    utilities: Float[np.ndarray, "*worlds parties packages"],
    reservation_values: Float[np.ndarray, "*worlds parties"],
    among: Bool[np.ndarray, "*worlds packages"] | None = None,
) -> Bool[np.ndarray, "*worlds packages"]:
    """Mark the packages of `among` that leave everyone at or above its reservation value.

    Examples
    --------
    >>> signable(np.array([[0.9, 0.5, 0.1], [0.1, 0.5, 0.9]]), np.array([0.5, 0.2]))
    array([False,  True, False])
    """
    marked = np.ones(_per_package(utilities), dtype=bool) if among is None else among.copy()
    for party in range(utilities.shape[-2]):
        marked &= utilities[..., party, :] >= reservation_values[..., party, None]
    return marked


def disagreement_point(
    utilities: Float[np.ndarray, "*worlds parties packages"],
    reservation_values: Float[np.ndarray, "*worlds parties"],
) -> Float[np.ndarray, "*worlds parties"]:
    """Return what gains are counted from: the reservation value, or the worst package if that is worth more.

    All packages count for the worst one, so that it does not move with what may be signed.

    Examples
    --------
    >>> disagreement_point(np.array([[0.3, 0.9], [0.1, 0.8]]), np.array([0.0, 0.2]))
    array([0.3, 0.2])
    """
    return np.maximum(reservation_values, utilities.min(axis=-1))


def gains(
    utilities: Float[np.ndarray, "*worlds parties packages"],
    reservation_values: Float[np.ndarray, "*worlds parties"],
) -> Iterator[Float[np.ndarray, "*worlds packages"]]:
    """Yield, party by party, what each package is worth above the disagreement point.

    Examples
    --------
    >>> for gain in gains(np.array([[0.25, 0.75], [0.0, 1.0]]), np.array([0.0, 0.5])):
    ...     print(gain)
    [0.  0.5]
    [-0.5  0.5]
    """
    start = disagreement_point(utilities, reservation_values)
    for party in range(utilities.shape[-2]):
        yield utilities[..., party, :] - start[..., party, None]


def parts(
    utilities: Float[np.ndarray, "*worlds parties packages"],
    reservation_values: Float[np.ndarray, "*worlds parties"],
    marked: Bool[np.ndarray, "*worlds packages"],
) -> Iterator[Float[np.ndarray, "*worlds packages"]]:
    """Yield, party by party, the part each package gives it of what it could gain most of those marked.

    Who can gain nothing there has its part, 1, whatever is picked.

    Examples
    --------
    >>> utilities = np.array([[0.25, 0.75, 1.0], [0.5, 0.5, 0.0]])
    >>> for part in parts(utilities, np.array([0.0, 0.5]), np.array([True, True, False])):
    ...     print(part)
    [0.  1.  1.5]
    [1. 1. 1.]
    """
    for gain in gains(utilities, reservation_values):
        most = greatest(gain, marked)[..., None]
        something = most > ROUNDING
        part = gain / np.where(something, most, 1)
        yield part if something.all() else np.where(something, part, 1)


def _per_package(utilities: np.ndarray) -> tuple[int, ...]:
    return (*utilities.shape[:-2], utilities.shape[-1])
