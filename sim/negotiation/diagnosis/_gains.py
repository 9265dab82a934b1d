"""The loop behind `left_on_table`: the package that would have given most on top, as compiled code."""

from __future__ import annotations

import numpy as np
from numba import njit


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
    """Return the largest norm of the gains over the agreement, and the package that gives it."""
    worlds, _, packages = utilities.shape
    distances = np.zeros(worlds)
    best = agreed.copy()
    for world in range(worlds):
        for package in range(packages):
            if not negotiable[package]:
                continue
            gains = _gains(utilities[world], at_table, agreed[world], package)
            if (
                gains > distances[world]
                and gains > rounding
                and _acceptable(
                    blocking[package], consent[:, package], held[world],
                    utilities[world, :, package], reservation_values[world],
                )
            ):  # fmt: skip
                distances[world] = gains
                best[world] = package
    return distances, best


@njit(cache=True, nogil=True)
def _gains(utilities: np.ndarray, at_table: np.ndarray, agreed: int, package: int) -> float:
    """Return the Euclidean norm of the gains, -1 where a party at the table would have less."""
    squares = 0.0
    for party in range(len(at_table)):
        if at_table[party]:
            gain = utilities[party, package] - utilities[party, agreed]
            if gain < 0:
                return -1.0
            squares += gain * gain
    return np.sqrt(squares)


@njit(cache=True, nogil=True)
def _acceptable(
    blocking: np.ndarray,
    needed: np.ndarray,
    held: np.ndarray,
    utilities: np.ndarray,
    reservation_values: np.ndarray,
) -> bool:
    for place in range(len(held)):
        if blocking[place] & held[place]:
            return False
    for party in range(len(needed)):
        if needed[party] and utilities[party] < reservation_values[party]:
            return False
    return True
