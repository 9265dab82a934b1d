"""The worst package that is good enough, for the demands of many rounds in one pass over the packages.

Every package falls into the bucket of the highest demand that it meets. The worst of a bucket answers that
demand; where a bucket is empty, the worst of the nearest bucket above does.
"""

from __future__ import annotations

import numpy as np
from numba import njit

PARTS = 256
ROUNDING = 1e-9  # of a part: far more than rounding can move a value


@njit(cache=True, nogil=True)
def pick(utilities, signable, kind, levels, rows, demands, least, nearly):
    """Pick a package for each of `demands` (rows, demands): -1 where none is good enough.

    Among signable packages worth the demand that have the lowest of the `levels` found there, the worst;
    equals go to the lowest index. One that is up to `nearly` short of the demand, and worth `least` (rows,
    demands; or a single column), is picked if it is strictly nearer.
    """
    picked = np.full(demands.shape, -1, np.int64)
    count = demands.shape[1]
    parts, start = np.empty(utilities.shape[1], np.int32), np.empty(PARTS + 2, np.int32)
    worst, best = np.empty(count + 2, np.int32), np.empty(count + 2, np.int32)
    lowest_worth, highest_worth = np.empty(count + 2), np.empty(count + 2)
    falling, almost = np.full(count + 2, -np.inf), np.empty(count + 2)
    bound, as_given = np.full(levels.max() + 1, -np.inf), np.arange(count)
    for place in range(len(rows)):
        row = rows[place]
        worth, allowed = utilities[row], signable[kind[row]]
        order = as_given if _falls(demands[place]) else np.argsort(-demands[place], kind="mergesort")
        for rank in range(count):
            falling[rank] = demands[place, order[rank]]
        first = 0
        while falling[first] == np.inf:
            first += 1
        if first == count:
            continue
        almost[:] = np.inf
        almost[first + 1 : count + 1] = falling[first:count] - nearly
        _cut(worth, allowed, falling, first, count, parts, start)
        if len(bound) > 1:
            _leave_out(worth, allowed, levels, bound, parts)
        worst[:], best[:] = -1, -1
        lowest_worth[:], highest_worth[:] = np.inf, -np.inf
        for package in range(len(worth)):
            value, rank = worth[package], start[np.uint32(parts[package])]
            while value < falling[np.uint32(rank)]:
                rank += 1
            bucket = np.uint32(rank)
            if value < lowest_worth[bucket]:
                lowest_worth[bucket], worst[bucket] = value, package
            if value >= almost[bucket] and value > highest_worth[bucket]:
                highest_worth[bucket], best[bucket] = value, package
        _answer(falling, order, first, worst, picked[place])
        if nearly > 0:
            _prefer_nearer(
                falling,
                order,
                first,
                worst,
                lowest_worth,
                best,
                highest_worth,
                least[place],
                nearly,
                picked[place],
            )
    return picked


@njit(cache=True, nogil=True)
def _cut(worth, allowed, falling, first, count, parts, start):
    """Cut the range of demands into equal parts; say in which part each package lies, and where to look.

    `start` is the highest demand that something in the part may meet: mostly everything there meets it.
    Part 0 is below all demands, which is bucket `count`; the last part is for packages that are not
    allowed, which get a bucket of their own.
    """
    lowest = falling[count - 1]
    width = (falling[first] - lowest) / PARTS
    scale = 1 / width if width > 0 else 0.0
    done = PARTS
    for rank in range(first, count):
        above = (falling[rank] - lowest) * scale - ROUNDING
        reached = int(above) if above > 0 else 0
        start[reached + 1 : done + 1] = rank
        done = reached
    start[0], start[PARTS + 1] = count, count + 1
    for package in range(len(worth)):
        part = (worth[package] - lowest) * scale
        part = -1.0 if part < 0.0 else part
        part = PARTS - 1.0 if part > PARTS - 1.0 else part
        parts[package] = np.int32(part) + 1 if allowed[package] else PARTS + 1


@njit(cache=True, nogil=True)
def _falls(demands):
    """Tell whether no demand is above the one before it; it may be where what no deal is worth drifts."""
    for place in range(1, len(demands)):
        if demands[place] > demands[place - 1]:
            return False
    return True


@njit(cache=True, nogil=True)
def _leave_out(worth, allowed, levels, bound, parts):
    """Leave out what is worth no more than some allowed package of a lower level: it is never picked."""
    bound[:] = -np.inf
    for package in range(len(worth)):
        if allowed[package] and worth[package] > bound[levels[package]]:
            bound[levels[package]] = worth[package]
    so_far = -np.inf
    for level in range(len(bound)):
        bound[level], so_far = so_far, max(so_far, bound[level])
    for package in range(len(worth)):
        if worth[package] <= bound[levels[package]]:
            parts[package] = PARTS + 1


@njit(cache=True, nogil=True)
def _answer(falling, order, first, worst, picked):
    """Answer each demand with the worst of its bucket, or of the nearest above that holds something."""
    above = -1
    for rank in range(first, len(falling) - 2):
        above = worst[rank] if worst[rank] >= 0 else above
        picked[order[rank]] = above


@njit(cache=True, nogil=True)
def _prefer_nearer(falling, order, first, worst, lowest_worth, best, highest_worth, least, nearly, picked):
    """Answer a demand with what is a little short of it, where that is strictly nearer.

    `best` holds, of each bucket, what is nearly worth the demand just above it; what is nearly worth a
    demand is the best of the next bucket below that holds something.
    """
    count, worth_above = len(falling) - 2, np.inf
    for rank in range(first, count):
        demand, place = falling[rank], order[rank]
        worth_above = lowest_worth[rank] if worst[rank] >= 0 else worth_above
        below = rank + 1
        while below < count and worst[below] < 0 and falling[below] >= demand - nearly:
            below += 1
        short = highest_worth[below]
        if best[below] < 0 or short < demand - nearly or short < least[min(place, len(least) - 1)]:
            continue
        if demand - short < worth_above - demand:
            picked[place] = best[below]
