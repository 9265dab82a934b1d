"""The packages no other dominates, in one pass from the largest total down [Chomicki2003]_.

A package that dominates has at least the total of the one it dominates: rounding keeps the order of sums.
So a package need only be compared with the frontier so far. Most comparisons take one subtraction: utilities
are also kept as levels of seven bits, up to eight parties in a word [Lamport1975]_, and who dominates is on
no lower level for any of them. A member that dominates moves to the front, since it is likely to dominate
the next package.
"""

from __future__ import annotations

from typing import no_type_check

import numpy as np
from jaxtyping import Bool, Float, Int, UInt64
from numba import njit

Points = Float[np.ndarray, "places parties"]
Totals = Float[np.ndarray, "places"]
Words = UInt64[np.ndarray, "..."]
Places = Int[np.ndarray, "..."]

TOP_LEVEL = 127
PER_WORD = 8  # parties in a word
BITS = 8  # of a word, for each of them
GUARDS = np.uint64(0x8080808080808080)  # above each level; a subtraction clears it where the level is lower

# `no_type_check` keeps the test run from wrapping these in checks of axes, which do not compile.


@njit(cache=True, nogil=True)
@no_type_check
def mark_efficient(
    utilities: Float[np.ndarray, "worlds parties packages"],
    totals: Float[np.ndarray, "worlds packages"],
    order: Int[np.ndarray, "worlds packages"],
    counts: Int[np.ndarray, "worlds"],
    efficient: Bool[np.ndarray, "worlds packages"],
) -> None:
    """Set `efficient` where no other package dominates, of the first so many in `order`, by falling total."""
    for world in range(len(utilities)):
        marked = order[world, : counts[world]]
        points = np.ascontiguousarray(utilities[world].T[marked])
        for place in _frontier(points, totals[world][marked], _levels(points)):
            efficient[world, marked[place]] = True


@njit(cache=True, nogil=True)
@no_type_check
def _levels(points: Points) -> Words:
    """Return one word for each point: the level of each party's utility between its least and its most."""
    words = np.zeros(len(points), np.uint64)
    for party in range(min(points.shape[1], PER_WORD)):
        least, most = np.inf, -np.inf
        for place in range(len(points)):
            least, most = min(least, points[place, party]), max(most, points[place, party])
        for place in range(len(points) if most > least else 0):
            level = np.uint64((points[place, party] - least) / (most - least) * TOP_LEVEL)
            words[place] |= level << np.uint64(BITS * party)
    return words


@njit(cache=True, nogil=True)
@no_type_check
def _frontier(points: Points, totals: Totals, levels: Words) -> Places:
    """Return the places of the points that no other dominates; `points` come with falling totals."""
    front, guarded, size = np.empty(len(points), np.int64), np.empty(len(points), np.uint64), 0
    for place in range(len(points)):
        if not _met(points, place, levels[place], front[:size], guarded[:size]):
            if place and totals[place] == totals[place - 1]:
                size = _thinned(points, totals, place, front[:size], guarded[:size])
            front[size], guarded[size] = place, levels[place] | GUARDS
            size += 1
    return front[:size]


@njit(cache=True, nogil=True)
@no_type_check
def _met(points: Points, place: int, level: np.uint64, front: Places, guarded: Words) -> bool:
    """Say whether the frontier dominates a point; move the member that does to its front."""
    for rank in range(len(front)):
        if (guarded[rank] - level) & GUARDS == GUARDS and _dominates(points[front[rank]], points[place]):
            front[0], front[rank] = front[rank], front[0]
            guarded[0], guarded[rank] = guarded[rank], guarded[0]
            return True
    return False


@njit(cache=True, nogil=True)
@no_type_check
def _thinned(points: Points, totals: Totals, place: int, front: Places, guarded: Words) -> int:
    """Drop what a new member dominates, which rounding made equal in total and a stable sort put first."""
    kept = 0
    for rank in range(len(front)):
        member = front[rank]
        if totals[member] != totals[place] or not _dominates(points[place], points[member]):
            front[kept], guarded[kept] = member, guarded[rank]
            kept += 1
    return kept


@njit(cache=True, nogil=True)
@no_type_check
def _dominates(one: Float[np.ndarray, "parties"], other: Float[np.ndarray, "parties"]) -> bool:
    """Say whether `one` is nowhere worse and somewhere better."""
    better = False
    for party in range(len(one)):
        if one[party] < other[party]:
            return False
        better |= one[party] > other[party]
    return better
