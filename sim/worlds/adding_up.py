"""Utilities added up issue by issue, compiled by Numba."""

from __future__ import annotations

import numpy as np
from numba import njit


@njit(cache=True, nogil=True)
def add_up(weights, scores, shape, utilities):
    """Fill in `utilities` (worlds, packages) from `weights` (worlds, issues) and `scores` (worlds, options).

    The options of all issues stand one after the other; sums run over the issues from left to right.
    """
    shorter, longer = np.empty(utilities.shape[1]), np.empty(utilities.shape[1])
    for world in range(len(utilities)):
        shorter[0], packages, first = 0.0, 1, 0
        for issue in range(len(shape)):
            options, last = shape[issue], issue == len(shape) - 1
            sums = utilities[world] if last else longer
            for option in range(options):
                worth = weights[world, issue] * scores[world, first + option]
                for package in range(packages):
                    sums[package * options + option] = shorter[package] + worth
            shorter, longer = longer, shorter
            packages *= options
            first += options
