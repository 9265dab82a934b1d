"""Sequences in which each opponent moves at most once, and answers of a single move."""

from __future__ import annotations

from typing import no_type_check

import numpy as np
from jaxtyping import Float
from numba import njit

from sim.graph_model._moving import improvements
from sim.graph_model._question import Question
from sim.graph_model.moves import Arrows

# `no_type_check` keeps the test run from wrapping these in checks of axes, which do not compile.


@njit(cache=True, nogil=True)
@no_type_check
def fill_once(forward: Arrows, question: Question) -> None:
    """Fill in the least cost of a package that can be reached by moves of different movers.

    Goes through the sets of those who have yet to move, the smaller sets first.
    """
    worth, costs, movers, improving, least = question
    packages = costs.shape[-1]
    for world in range(len(worth)):
        arrows = improvements(forward, worth[world]) if improving else forward
        for case in range(len(movers)):
            others, cost = np.flatnonzero(movers[case]), costs[world, case]
            after = np.empty((1 << len(others), packages))
            after[0] = cost
            for left in range(1, len(after)):
                best = np.full(packages, np.inf)
                for place in range(len(others)):
                    if left >> place & 1:
                        rest = after[left ^ (1 << place)]
                        _one_move(arrows, others[place], rest, best)
                after[left] = np.minimum(cost, best)
                if left == len(after) - 1:
                    least[world, case] = best  # at least one move


@njit(cache=True, nogil=True)
@no_type_check
def fill_single(forward: Arrows, question: Question) -> None:
    """Fill in the least cost of a package that can be reached by one move."""
    worth, costs, movers, improving, least = question
    for world in range(len(worth)):
        arrows = improvements(forward, worth[world]) if improving else forward
        for case in range(len(movers)):
            for mover in np.flatnonzero(movers[case]):
                _one_move(arrows, mover, costs[world, case], least[world, case])


@njit(cache=True, nogil=True)
@no_type_check
def _one_move(
    arrows: Arrows,
    mover: int,
    values: Float[np.ndarray, "packages"],
    least: Float[np.ndarray, "packages"],
) -> None:
    """Lower `least` at each package to the least of the values that one move of the mover leads to."""
    starts, ends = arrows
    for package in range(len(least)):
        for place in range(starts[mover, package], starts[mover, package + 1]):
            least[package] = min(least[package], values[ends[place]])
