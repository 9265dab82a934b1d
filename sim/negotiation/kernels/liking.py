"""The package that others like most, among those that are good enough."""

from __future__ import annotations

import numpy as np
from numba import njit


@njit(cache=True, nogil=True)
def most_liked(utilities, signable, kind, levels, options, liking, rows, demands):
    """Pick for each of `rows` a package: -1 where none meets the demand.

    Among signable packages worth the demand that have the lowest of the `levels` found there, the one with
    the highest sum of `liking` (rows, issues, options) over its `options` (packages, issues).
    """
    picked = np.full(len(rows), -1, np.int64)
    for place in range(len(rows)):
        row = rows[place]
        worth, allowed = utilities[row], signable[kind[row]]
        lowest, most = np.int64(len(worth)), -np.inf
        for package in range(len(worth)):
            if worth[package] < demands[place] or not allowed[package] or levels[package] > lowest:
                continue
            liked = 0.0
            for issue in range(options.shape[1]):
                liked += liking[place, issue, options[package, issue]]
            if levels[package] < lowest or liked > most:
                lowest, most, picked[place] = levels[package], liked, package
    return picked
