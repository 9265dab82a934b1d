"""Worlds in slices: those in which an input is about the same."""

from __future__ import annotations

import numpy as np
from jaxtyping import Int, Shaped

from sim.analysis.sensitivity.ranks import below
from sim.analysis.sensitivity.varying import demand_at_least

SLICES = 10


def sliced(column: Shaped[np.ndarray, "worlds"], slices: int = SLICES) -> Int[np.ndarray, "worlds"]:
    """Return the slice that each world is in, counted from 0.

    An input with at most so many values has a slice for each of them, such as True and False. By any other,
    worlds are cut into slices of about the same size; worlds with equal values stay together.

    Raises
    ------
    InputError
        If there are fewer than two slices.

    Examples
    --------
    >>> sliced(np.array([0.5, 0.1, 0.9, 0.3]), slices=2), sliced(np.array([True, False, True]))
    (array([1, 0, 1, 0]), array([1, 0, 1]))
    """
    demand_at_least(2, slices=slices)
    less, _ = below(column)
    one_each = _numbered(less)
    return one_each if one_each.max() < slices else _numbered(less * slices // len(column))


def _numbered(places: Int[np.ndarray, "worlds"]) -> Int[np.ndarray, "worlds"]:
    """Count the places that occur from 0, without a gap."""
    return ((np.bincount(places) > 0).cumsum() - 1)[places]
