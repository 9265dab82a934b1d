"""The compromise model: the mean of what parties want, by how much they care and can do [VandenBos1991]_."""

from __future__ import annotations

import numpy as np
from jaxtyping import Float, Int

from sim.solutions.choice import ROUNDING


def compromise(
    positions: Float[np.ndarray, "*worlds parties issues"],
    saliences: Float[np.ndarray, "*worlds parties issues"],
    influence: Float[np.ndarray, "parties"],
) -> Float[np.ndarray, "*worlds issues"]:
    """Return the mean position on each issue, weighted by salience times influence [Achen2006]_.

    Where nobody who has influence cares about an issue, it is weighted by influence alone.

    Parameters
    ----------
    positions
        Where each party stands, 0 to 1; see `scale`.
    saliences
        How much each issue matters to it, 0 or more.
    influence
        Of each party, 0 or more, and not 0 for all: the model's capability.

    Examples
    --------
    >>> compromise(np.array([[0.0], [1.0]]), np.array([[0.6], [0.2]]), np.array([1.0, 1.0])).round(3)
    array([0.25])
    """
    weights = saliences * influence[:, None]
    cares = weights.sum(axis=-2, keepdims=True) > 0
    weights = np.where(cares, weights, influence[:, None])
    return np.asarray((positions * weights).sum(axis=-2) / weights.sum(axis=-2))


def scale(options: int) -> Float[np.ndarray, "options"]:
    """Return the places of an issue's options from 0 to 1: equally spaced, which is an assumption.

    Examples
    --------
    >>> scale(3), scale(1)
    (array([0. , 0.5, 1. ]), array([0.]))
    """
    return np.linspace(0, 1, options)


def nearest(position: Float[np.ndarray, "*worlds"], options: int) -> Int[np.ndarray, "*worlds"]:
    """Return which of an issue's options is nearest to a position; in the middle of two, the first.

    Examples
    --------
    >>> nearest(np.array([0.2, 0.25, 0.3, 1.0]), options=3)
    array([0, 0, 1, 2])
    """
    return np.maximum(np.ceil(position * (options - 1) - 0.5 - ROUNDING), 0).astype(np.int64)
