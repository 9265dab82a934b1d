"""Packages from best to worst, and how far down a party has gone that offers them one by one."""

from __future__ import annotations

import numpy as np
from numba import njit


@njit(cache=True, nogil=True)
def best_first(worth, ascending, rows, queue, end):
    """Line up, in some worlds, the packages that are worth more than -inf, best first.

    `ascending` (rows, packages) sorts `worth`, equals in any order; in the queue the highest index comes
    first among equals, as in the reverse of a stable sort.
    """
    packages = worth.shape[1]
    for place in range(len(rows)):
        row, taken = rows[place], 0
        while taken < packages:
            value = worth[place, ascending[place, packages - 1 - taken]]
            if value == -np.inf:
                break
            equals = 1
            while (
                taken + equals < packages
                and worth[place, ascending[place, packages - 1 - taken - equals]] == value
            ):
                equals += 1
            for other in range(taken, taken + equals):
                queue[row, other] = ascending[place, packages - 1 - other]
            if equals > 1:
                queue[row, taken : taken + equals] = np.sort(queue[row, taken : taken + equals])[::-1]
            taken += equals
        end[row] = taken


@njit(cache=True, nogil=True)
def step_down(
    utilities, signable, kind, reservation_values, rows, facing, queue, next_, end, ahead, sent, last, codes
):
    """Reply in some worlds as MiCRO does; `codes` say what to return to accept, to repeat and to pass.

    `ahead` is how many more different packages the party has sent than heard, `last` what the last new
    one was worth to it. What is sent here is taken off the queue.
    """
    accepts, repeats = codes
    replies = np.empty(len(rows), np.int64)
    for place in range(len(rows)):
        row, offer = rows[place], facing[place]
        worth, least, package = utilities[row], reservation_values[row], -1
        if ahead[row] <= 0 and next_[row] < end[row] and worth[queue[row, next_[row]]] >= least:
            package = queue[row, next_[row]]
        demand = worth[package] if package >= 0 else last[row]
        if offer >= 0 and signable[kind[row], offer] and worth[offer] >= max(demand, least):
            replies[place] = accepts
        elif package >= 0:
            replies[place] = package
            sent[row, package], last[row] = True, worth[package]
            ahead[row] += 1
            next_[row] += 1
        else:
            replies[place] = repeats
    return replies


@njit(cache=True, nogil=True)
def count_new(rows, packages, heard, ahead):
    """Count, in some worlds, the packages that had not been heard before."""
    for place in range(len(rows)):
        row, package = rows[place], packages[place]
        if not heard[row, package]:
            heard[row, package] = True
            ahead[row] -= 1


@njit(cache=True, nogil=True)
def one_of_sent(utilities, signable, kind, reservation_values, rows, sent, levels, chance):
    """Draw for each of `rows` an acceptable package already sent, of the lowest level; -1 for none."""
    drawn = np.full(len(rows), -1, np.int64)
    for place in range(len(rows)):
        row = rows[place]
        worth, allowed, least = utilities[row], signable[kind[row]], reservation_values[row]
        lowest, count = np.int64(len(worth)), 0
        for package in range(len(worth)):
            if sent[row, package] and allowed[package] and worth[package] >= least:
                if levels[package] < lowest:
                    lowest, count = levels[package], 0
                count += levels[package] == lowest
        left = np.int64(chance[place] * count)
        for package in range(len(worth)):
            if sent[row, package] and allowed[package] and worth[package] >= least:
                if levels[package] == lowest and left == 0:
                    drawn[place] = package
                    break
                left -= levels[package] == lowest
    return drawn
