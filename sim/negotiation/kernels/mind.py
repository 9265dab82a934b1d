"""What a party can accept, looked up package by package; and the range of its utility."""

from __future__ import annotations

import numpy as np
from numba import njit

LANES = 4


@njit(cache=True, nogil=True)
def acceptable_at(utilities, signable, kind, reservation_values, rows, packages):
    """Say for one package in each of some worlds whether the party can accept it; -1 is no package."""
    answers = np.zeros(len(rows), np.bool_)
    for place in range(len(rows)):
        row, package = rows[place], packages[place]
        answers[place] = (
            package >= 0
            and signable[kind[row], package]
            and utilities[row, package] >= reservation_values[row]
        )
    return answers


@njit(cache=True, nogil=True)
def within_limits(utilities, signable, kind, reservation_values, rows, facing, replies, accepts, none):
    """Turn into `none` every reply that offers, or accepts, a package that the party cannot accept."""
    for place in range(len(rows)):
        row, reply = rows[place], replies[place]
        package = facing[place] if reply == accepts else reply
        if (
            package < 0
            or not signable[kind[row], package]
            or utilities[row, package] < reservation_values[row]
        ):
            replies[place] = none


@njit(cache=True, nogil=True)
def ranges(utilities, signable, kind, rows, lowest, highest):
    """Fill in the least and the greatest utility over the signable packages of some worlds."""
    for row in rows:
        worth, allowed = utilities[row], signable[kind[row]]
        whole = len(worth) - len(worth) % LANES
        a, b, c, d = np.inf, np.inf, np.inf, np.inf
        e, f, g, h = -np.inf, -np.inf, -np.inf, -np.inf
        for package in range(0, whole, LANES):  # four at a time: one comparison need not wait for another
            low, high = _if_allowed(worth[package], allowed[package])
            a, e = low if low < a else a, high if high > e else e
            low, high = _if_allowed(worth[package + 1], allowed[package + 1])
            b, f = low if low < b else b, high if high > f else f
            low, high = _if_allowed(worth[package + 2], allowed[package + 2])
            c, g = low if low < c else c, high if high > g else g
            low, high = _if_allowed(worth[package + 3], allowed[package + 3])
            d, h = low if low < d else d, high if high > h else h
        for package in range(whole, len(worth)):
            low, high = _if_allowed(worth[package], allowed[package])
            a, e = low if low < a else a, high if high > e else e
        lowest[row], highest[row] = min(a, b, c, d), max(e, f, g, h)


@njit(cache=True, nogil=True)
def _if_allowed(value, allowed):
    return (value, value) if allowed else (np.inf, -np.inf)
