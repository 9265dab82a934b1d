"""Simultaneous stability: an opponent's improvement at the same time spoils each [Fraser1984]_."""

from __future__ import annotations

from typing import NamedTuple, no_type_check

import numpy as np
from jaxtyping import Bool, Float, Int, Real
from numba import njit

from sim.errors import InputError, Problem
from sim.graph_model._moving import improvements
from sim.graph_model.moves import Arrows, Moves
from sim.graph_model.sanctions import in_a_row

NONE = -1
"""No package."""


def simultaneous(
    moves: Moves, preferences: Real[np.ndarray, "*worlds parties packages"]
) -> Bool[np.ndarray, "*worlds parties packages"]:
    """Mark the packages from which each improvement of a party may meet an opponent's made at the same time.

    Both change options of the same package. The package with the changes of both must be possible and worth
    no more to the party than the one they started from; two that choose different options of one issue do
    not meet. It takes moves from who controls which issue, for of moves in a list nobody knows what two of
    them do together; so it is not one of the `CONCEPTS`, and there are no conventions of sanctions.

    Raises
    ------
    InputError
        If the moves were listed.

    Examples
    --------
    The prisoner's dilemma: who defects from package 3, where both cooperate, may meet another who does.

    >>> from sim.graph_model import controlled_moves
    >>> moves = controlled_moves((2, 2), np.ones(4, dtype=bool), [[0], [1]])
    >>> simultaneous(moves, np.array([[2, 4, 1, 3], [2, 1, 4, 3]]))
    array([[ True,  True, False,  True],
           [ True, False,  True,  True]])
    """
    if not moves.shape:
        message = "moves from lists name no issues, expected moves from who controls which issue"
        raise InputError([Problem(message, path="moves")])
    worth = in_a_row(preferences)
    stable = np.empty(worth.shape, dtype=bool)
    stable[:] = moves.possible
    places = np.indices(moves.shape).reshape(len(moves.shape), -1)
    _unmark(moves.forward, Grid(np.array(moves.shape), places, moves.possible), worth, stable)
    return stable.reshape(preferences.shape)


class Grid(NamedTuple):
    """Which options the packages have."""

    shape: Int[np.ndarray, "issues"]
    places: Int[np.ndarray, "issues packages"]
    possible: Bool[np.ndarray, "packages"]


# `no_type_check` keeps the test run from wrapping these in checks of axes, which do not compile.


@njit(cache=True, nogil=True)
@no_type_check
def _unmark(
    forward: Arrows,
    grid: Grid,
    worth: Float[np.ndarray, "worlds parties packages"],
    stable: Bool[np.ndarray, "worlds parties packages"],
) -> None:
    """Unmark the packages from which a party has an improvement that no opponent's may meet."""
    for world in range(len(worth)):
        arrows = improvements(forward, worth[world])
        starts, ends = arrows
        for party in range(worth.shape[1]):
            value = worth[world, party]
            for package in range(len(value)):
                for place in range(starts[party, package], starts[party, package + 1]):
                    if not _met(arrows, grid, value, party, (package, ends[place])):
                        stable[world, party, package] = False
                        break


@njit(cache=True, nogil=True)
@no_type_check
def _met(
    arrows: Arrows, grid: Grid, value: Float[np.ndarray, "packages"], party: int, move: tuple[int, int]
) -> bool:
    """Say whether an opponent's improvement made at the same time leaves the party no better off."""
    (starts, ends), (package, improvement) = arrows, move
    for other in range(len(starts)):
        if other != party:
            for place in range(starts[other, package], starts[other, package + 1]):
                both = _both(grid, package, improvement, ends[place])
                if both != NONE and grid.possible[both] and value[both] <= value[package]:
                    return True
    return False


@njit(cache=True, nogil=True)
@no_type_check
def _both(grid: Grid, package: int, one: int, other: int) -> int:
    """Return the package with the changes of two others, -1 if they change an issue in two ways."""
    index, stride = package, 1
    for issue in range(len(grid.shape) - 1, -1, -1):
        places = grid.places[issue]
        kept, first, second = places[package], places[one], places[other]
        if first != kept and second not in {first, kept}:
            return NONE
        index += stride * ((second if first == kept else first) - kept)
        stride *= grid.shape[issue]
    return index
