"""The loop behind `obstacles`: inclusion-minimal words over the packages of each world, as compiled code.

It goes entry by entry where NumPy would copy rows: that compiles in a third of the time.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from sim.negotiation.kernels.signing import members

ONE = np.uint64(1)


@njit(cache=True, nogil=True)
def minimal_obstacles(  # noqa: PLR0917  (compiled functions know no keywords)
    blocking: np.ndarray,
    consent: np.ndarray,
    negotiable: np.ndarray,
    lines: int,
    held: np.ndarray,
    utilities: np.ndarray,
    reservation_values: np.ndarray,
    found: np.ndarray,
) -> np.ndarray:
    """Write the smallest minimal words of each world into `found`, and return how many there are in all.

    `found` has the shape (worlds, most, words) and is zero. A count above `most` says that the rest had
    no room.
    """
    worlds, most, words = found.shape
    counts = np.zeros(worlds, np.int64)
    antichain = np.zeros((64, words), np.uint64)
    for world in range(worlds):
        size = 0
        for package in range(len(negotiable)):
            if not negotiable[package]:
                continue
            if size == len(antichain):
                antichain = np.concatenate((antichain, np.zeros_like(antichain)))
            for place in range(words):
                antichain[size, place] = 0
            for place in range(blocking.shape[1]):
                antichain[size, place] = blocking[package, place] & held[world, place]
            _add_values(antichain[size], lines, consent, utilities[world], reservation_values[world], package)
            size = _settled(antichain, size)
        counts[world] = _sorted(antichain, size)
        for rank in range(min(counts[world], most)):
            for place in range(words):
                found[world, rank, place] = antichain[rank, place]
    return counts


@njit(cache=True, nogil=True)
def _add_values(  # noqa: PLR0917
    word: np.ndarray,
    lines: int,
    consent: np.ndarray,
    utilities: np.ndarray,
    reservation_values: np.ndarray,
    package: int,
) -> None:
    """Add the reservation values that a package falls short of, after the lines."""
    for party in range(len(reservation_values)):
        if consent[party, package] and utilities[party, package] < reservation_values[party]:
            place, bit = divmod(lines + party, 64)
            word[place] |= ONE << np.uint64(bit)


@njit(cache=True, nogil=True)
def _settled(antichain: np.ndarray, size: int) -> int:
    """Take in the word in row `size`, unless it contains another; drop those that contain it."""
    for row in range(size):
        if _within(antichain, row, size):
            return size
    kept = 0
    for row in range(size + 1):
        if row == size or not _within(antichain, size, row):
            for place in range(antichain.shape[1]):
                antichain[kept, place] = antichain[row, place]
            kept += 1
    return kept


@njit(cache=True, nogil=True)
def _within(antichain: np.ndarray, part: int, whole: int) -> bool:
    for place in range(antichain.shape[1]):  # noqa: SIM110  (a loop compiles, a generator does not)
        if antichain[part, place] & ~antichain[whole, place]:
            return False
    return True


@njit(cache=True, nogil=True)
def _sorted(antichain: np.ndarray, size: int) -> int:
    """Sort by insertion, fewest members first, then by the members; count those that have any."""
    for end in range(1, size):
        row = end
        while row and _before(antichain, row, row - 1):
            for place in range(antichain.shape[1]):
                word = antichain[row, place]
                antichain[row, place] = antichain[row - 1, place]
                antichain[row - 1, place] = word
            row -= 1
    return 0 if size and not _members(antichain, 0) else size


@njit(cache=True, nogil=True)
def _before(antichain: np.ndarray, one: int, other: int) -> bool:
    size, other_size = _members(antichain, one), _members(antichain, other)
    if size != other_size:
        return size < other_size
    for place in range(antichain.shape[1]):
        differ = antichain[one, place] ^ antichain[other, place]
        if differ:  # the one with the first member that they do not share
            return (antichain[one, place] & differ & (~differ + ONE)) != 0
    return False


@njit(cache=True, nogil=True)
def _members(antichain: np.ndarray, row: int) -> int:
    count = 0
    for place in range(antichain.shape[1]):
        count += members(antichain[row, place])
    return count
