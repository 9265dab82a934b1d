"""Legal sequences of moves: any number of them, no party moves twice in a row [Fang1993]_.

Where a search may go on depends on the package and on who moved last. It need not keep one node for each
mover: whoever arrives first lets everybody else move on, and the second to arrive lets the first move on. So
every arrow is followed at most once.
"""

from __future__ import annotations

from typing import NamedTuple, no_type_check

import numpy as np
from jaxtyping import Bool, Float, Int
from numba import njit

from sim.graph_model._moving import improvements
from sim.graph_model._question import Question
from sim.graph_model.moves import Arrows

NOBODY = -1
EVERYBODY = -2

# `no_type_check` keeps the test run from wrapping these in checks of axes, which do not compile.


class Search(NamedTuple):
    """What a search along arrows knows."""

    arrows: Arrows
    movers: Int[np.ndarray, "movers"]
    least: Float[np.ndarray, "packages"]  # the cost at which each package was first found
    first: Int[np.ndarray, "packages"]  # who was the first to move there; from the second on, everybody
    met: Bool[np.ndarray, "parties packages"]
    waiting: Int[np.ndarray, "nodes two"]


@njit(cache=True, nogil=True)
@no_type_check
def fill_least(backward: Arrows, question: Question, order: Int[np.ndarray, "worlds cases packages"]) -> None:
    """Fill in the least cost of a package that legal sequences reach; `order` has packages by rising cost."""
    worth, costs, movers, improving, least = question
    for world in range(len(worth)):
        # Backwards, what improves on an arrow's end is where it starts.
        arrows = improvements(backward, -worth[world]) if improving else backward
        moving = _moving(arrows, worth.shape[2])
        for case in range(len(movers)):
            who = np.flatnonzero(movers[case])
            left = _found_by(moving, who)
            search = _search(arrows, who, least[world, case])
            for package in order[world, case]:
                left -= _spread(search, package, costs[world, case, package], left)
                if not left:
                    break


@njit(cache=True, nogil=True)
@no_type_check
def mark_reach(
    forward: Arrows, members: Int[np.ndarray, "members"], reach: Bool[np.ndarray, "packages packages"]
) -> None:
    """Mark the packages that some parties can reach together from each package."""
    packages = len(reach)
    for package in range(packages):
        least = np.full(packages, np.inf)
        _spread(_search(forward, members, least), package, 0.0, packages)
        reach[package] = least == 0


@njit(cache=True, nogil=True)
@no_type_check
def _moving(arrows: Arrows, packages: int) -> Bool[np.ndarray, "parties packages"]:
    """Mark the packages where some arrow of a party ends: going backwards, those from which it can move."""
    starts, ends = arrows
    moving = np.zeros((len(starts), packages), np.bool_)
    for party in range(len(starts)):
        for place in range(starts[party, 0], starts[party, packages]):
            moving[party, ends[place]] = True
    return moving


@njit(cache=True, nogil=True)
@no_type_check
def _found_by(moving: Bool[np.ndarray, "parties packages"], who: Int[np.ndarray, "movers"]) -> int:
    """Count the packages from which some of the movers can move."""
    found = np.zeros(moving.shape[1], np.bool_)
    for mover in who:
        found |= moving[mover]
    return np.count_nonzero(found)


@njit(cache=True, nogil=True)
@no_type_check
def _search(
    arrows: Arrows, movers: Int[np.ndarray, "movers"], least: Float[np.ndarray, "packages"]
) -> Search:
    """Start a search that has found nothing yet."""
    parties, packages = len(arrows.starts), len(least)
    first = np.full(packages, NOBODY)
    met = np.zeros((parties, packages), np.bool_)
    return Search(arrows, movers, least, first, met, np.empty((parties * packages, 2), np.int64))


@njit(cache=True, nogil=True)
@no_type_check
def _spread(search: Search, start: int, cost: float, most: int) -> int:
    """Follow sequences from a package as far as nobody went before; what is found first has that cost.

    Return how many packages were found; stop when they are as many as can be.
    """
    found, size = 0, _add_others(search, NOBODY, start, 0)
    while size and found < most:
        size -= 1
        mover, package = search.waiting[size]
        first = search.first[package]
        if first == NOBODY:
            search.first[package], search.least[package] = mover, cost
            found += 1
            size = _add_others(search, mover, package, size)
        elif first != EVERYBODY:
            search.first[package] = EVERYBODY
            size = _add(search, first, package, size)
    return found


@njit(cache=True, nogil=True)
@no_type_check
def _add_others(search: Search, last: int, package: int, size: int) -> int:
    """Let everybody but the last mover move on from a package; return how many moves are waiting."""
    for mover in search.movers:
        if mover != last:
            size = _add(search, mover, package, size)
    return size


@njit(cache=True, nogil=True)
@no_type_check
def _add(search: Search, mover: int, package: int, size: int) -> int:
    """Let a mover's arrows at a package wait that were not met before; return how many moves are waiting."""
    starts, ends = search.arrows
    for place in range(starts[mover, package], starts[mover, package + 1]):
        end = ends[place]
        if not search.met[mover, end]:
            search.met[mover, end] = True
            search.waiting[size, 0], search.waiting[size, 1] = mover, end
            size += 1
    return size
