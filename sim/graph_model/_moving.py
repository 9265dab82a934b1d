"""Loops over a party's own moves: which improve, which is best, which are deterred."""

from __future__ import annotations

from typing import no_type_check

import numpy as np
from jaxtyping import Bool, Float
from numba import njit

from sim.graph_model.moves import Arrows

# `no_type_check` keeps the test run from wrapping these in checks of axes, which do not compile.


@njit(cache=True, nogil=True)
@no_type_check
def improvements(arrows: Arrows, worth: Float[np.ndarray, "parties packages"]) -> Arrows:
    """Return the arrows whose end is worth more to the party than their start."""
    starts, ends = arrows
    parties, packages = worth.shape
    kept_starts, kept, size = np.empty(starts.shape, np.int64), np.empty(ends.shape, np.int64), 0
    for party in range(parties):
        for package in range(packages):
            kept_starts[party, package] = size
            for place in range(starts[party, package], starts[party, package + 1]):
                if worth[party, ends[place]] > worth[party, package]:
                    kept[size] = ends[place]
                    size += 1
        kept_starts[party, packages] = size
    return Arrows(kept_starts, kept[:size])


@njit(cache=True, nogil=True)
@no_type_check
def fill_best(
    forward: Arrows,
    worth: Float[np.ndarray, "worlds parties packages"],
    best: Float[np.ndarray, "worlds parties packages"],
) -> None:
    """Fill in the most that each party can have by staying at each package or moving on from it."""
    starts, ends = forward
    for world in range(len(worth)):
        for party in range(worth.shape[1]):
            value = worth[world, party]
            for package in range(len(value)):
                most = value[package]
                for place in range(starts[party, package], starts[party, package + 1]):
                    most = max(most, value[ends[place]])
                best[world, party, package] = most


@njit(cache=True, nogil=True)
@no_type_check
def mark_deterred(
    forward: Arrows,
    worth: Float[np.ndarray, "worlds parties packages"],
    least: Float[np.ndarray, "worlds parties packages"],
    stable: Bool[np.ndarray, "worlds parties packages"],
) -> None:
    """Unmark the packages from which a party has an improvement that is not deterred."""
    starts, ends = forward
    for world in range(len(worth)):
        for party in range(worth.shape[1]):
            value, after = worth[world, party], least[world, party]
            for package in range(len(value)):
                for place in range(starts[party, package], starts[party, package + 1]):
                    end = ends[place]
                    if value[end] > value[package] and after[end] > value[package]:
                        stable[world, party, package] = False
                        break
