"""The loop behind `left_on_table`: the package that would have given most on top, as compiled code."""

from __future__ import annotations

import numpy as np
from numba import njit

from sim.negotiation.kernels.signing import signable


@njit(cache=True, nogil=True)
def largest_gains(  # noqa: PLR0917  (compiled functions know no keywords)
    blocking: np.ndarray,
    consent: np.ndarray,
    negotiable: np.ndarray,
    at_table: np.ndarray,
    agreed: np.ndarray,
    held: np.ndarray,
    utilities: np.ndarray,
    reservation_values: np.ndarray,
    rounding: float,
) -> tuple[np.ndarray, np.ndarray]:
    """Return the largest norm of the gains over the agreement, and the package that gives it.

    Where nothing is `agreed` (-1) they are NaN and -1.
    """
    worlds, _, packages = utilities.shape
    distances = np.zeros(worlds)
    best = agreed.copy()
    for world in range(worlds):
        if agreed[world] < 0:
            distances[world] = np.nan
            continue
        for package in range(packages):
            if not negotiable[package]:
                continue
            gains = _gains(utilities, at_table, world, agreed[world], package)
            if (
                gains > distances[world]
                and gains > rounding
                and signable(world, package, consent[package], blocking, held, utilities, reservation_values)
            ):
                distances[world] = gains
                best[world] = package
    return distances, best


@njit(cache=True, nogil=True)
def _gains(utilities: np.ndarray, at_table: np.ndarray, world: int, agreed: int, package: int) -> float:
    """Return the Euclidean norm of the gains, -1 where a party at the table would have less."""
    squares = 0.0
    for party in range(len(at_table)):
        if at_table[party]:
            gain = utilities[world, party, package] - utilities[world, party, agreed]
            if gain < 0:
                return -1.0
            squares += gain * gain
    return np.sqrt(squares)
