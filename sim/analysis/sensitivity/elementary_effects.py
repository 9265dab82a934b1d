"""Screening by elementary effects [Morris1991]_: what a step of one input changes, here and there."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool, Float, Int

from sim.analysis.sensitivity.resampling import ends, resampling_counts
from sim.analysis.sensitivity.varying import demand_varying
from sim.errors import InputError, Problem

RESAMPLES = 1000
LEAST_TRAJECTORIES = 2

OfInputs = Float[np.ndarray, "inputs"]


@dataclass(frozen=True)
class ElementaryEffects:
    """How much the output changes with each input, for a step as long as the input's whole range.

    Parameters
    ----------
    mu_star, mu_star_low, mu_star_high
        Mean size of the effects [Campolongo2007]_, with the ends of its 95% interval: how much it matters.
    mu
        Mean of the effects: which way it works; None for groups of inputs, which are moved different ways.
    sigma
        Standard deviation of the effects: how much it depends on where all inputs are; None for groups.
    """

    mu_star: OfInputs
    mu_star_low: OfInputs
    mu_star_high: OfInputs
    mu: OfInputs | None = None
    sigma: OfInputs | None = None


def elementary_effects(
    outputs: Float[np.ndarray, "trajectories places"],
    moves: Int[np.ndarray, "trajectories inputs"],
    step: float,
    rising: Bool[np.ndarray, "trajectories inputs"] | None = None,
    *,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> ElementaryEffects:
    """Return the effects of inputs, or of groups of them, from a model's outputs along trajectories.

    Parameters
    ----------
    outputs
        At the start of each trajectory, and after each move.
    moves
        With which move, counted from 0, each input moves.
    step
        How far, as a part of the input's range.
    rising
        Whether it moves up; None for groups.
    resamples, seed
        From how many draws of trajectories, and from which seed, the interval is found.

    Raises
    ------
    InputError
        If there are fewer than two trajectories, or outputs are missing or all the same.

    Examples
    --------
    >>> outputs = np.array([[0.0, 1.0, 3.0], [3.0, 1.0, 0.0]])  # of x + 2 y, in steps of 1
    >>> moves, rising = np.array([[0, 1], [1, 0]]), np.array([[True, True], [False, False]])
    >>> effects = elementary_effects(outputs, moves, 1.0, rising)
    >>> effects.mu_star, effects.mu, effects.sigma
    (array([1., 2.]), array([1., 2.]), array([0., 0.]))
    """
    demand_varying(outputs, least=1)
    if len(outputs) < LEAST_TRAJECTORIES:
        raise InputError([Problem(f"1 trajectory, expected at least {LEAST_TRAJECTORIES}")])
    effects = np.take_along_axis(np.diff(outputs, axis=1), moves, axis=1) / step
    sizes = np.abs(effects)
    mu_star = sizes.mean(axis=0)
    counts = resampling_counts(len(sizes), resamples, seed)
    low, high = ends(mu_star, counts @ sizes / len(sizes))
    if rising is None:
        return ElementaryEffects(mu_star, low, high)
    effects = np.where(rising, effects, -effects)
    return ElementaryEffects(mu_star, low, high, effects.mean(axis=0), effects.std(axis=0, ddof=1))
