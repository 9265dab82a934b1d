"""Sobol indices: which share of the variance is due to an input alone, in all, and to two together.

First order as in [Saltelli2010]_, total as in [Jansen1999]_, second order as in [Saltelli2002]_; intervals
by resampling rows [Archer1997]_. Outputs are first counted from their mean: any number would do, since its
part in every estimator is 0 on average; this one makes the errors small.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from sim.analysis.sensitivity.resampling import ends, resampling_counts
from sim.analysis.sensitivity.varying import demand_varying
from sim.errors import InputError, Problem

RESAMPLES = 100
"""The standard deviation of so many is off by some 7%."""

OfInputs = Float[np.ndarray, "inputs"]
OfPairs = Float[np.ndarray, "pairs"]


@dataclass(frozen=True)
class SobolIndices:
    """Shares of the variance, and the ends of their 95% intervals.

    Parameters
    ----------
    first, first_low, first_high
        Due to each input alone.
    total, total_low, total_high
        Due to each input alone and together with others.
    second, second_low, second_high
        Due to two inputs together, beyond what each does alone: pairs (0, 1), (0, 2), ..., (1, 2), ... as
        `numpy.triu_indices` lists them; None if they were not asked for.
    """

    first: OfInputs
    first_low: OfInputs
    first_high: OfInputs
    total: OfInputs
    total_low: OfInputs
    total_high: OfInputs
    second: OfPairs | None = None
    second_low: OfPairs | None = None
    second_high: OfPairs | None = None


def sobol_indices(
    outputs: Float[np.ndarray, "rows places"],
    *,
    second: bool = False,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> SobolIndices:
    """Return the indices from a model's outputs at the points of a Saltelli design.

    Parameters
    ----------
    outputs
        In each row at A; at A with input 0 from B, with input 1 from B, ...; for second order also at B with
        input 0 from A, ...; at B.
    second
        Whether outputs at B with an input from A are there. Of a pair, B with the earlier input from A is
        compared with A with the later one from B.
    resamples, seed
        From how many draws of rows, and from which seed, intervals are found. They take rows for independent:
        where points come from a Sobol sequence they are too wide, usually.

    Raises
    ------
    InputError
        If there are no inputs, or outputs at A and B are missing or too much alike to say what drives them.

    Examples
    --------
    >>> from sim.worlds.designs.saltelli import Saltelli
    >>> design = Saltelli(seed=1, samples=4096, groups=(("x",), ("y",)))
    >>> points = design.part(0, design.worlds)
    >>> indices = sobol_indices((2 * points("x") + points("y")).reshape(4096, -1))
    >>> indices.first.round(2), indices.total.round(2)
    (array([0.8, 0.2]), array([0.8, 0.2]))
    """
    inputs, left = divmod(outputs.shape[1] - 2, 2 if second else 1)
    if inputs < 1 or left:
        more = "2 and two" if second else "2 and one"
        raise InputError([Problem(f"{outputs.shape[1]} outputs in a row, expected {more} for each input")])
    demand_varying(outputs, least=1)
    demand_varying(outputs[:, [0, -1]])
    around = outputs - outputs.mean()
    counts = np.concatenate(
        [np.ones((1, len(outputs))), resampling_counts(len(outputs), resamples, seed)]
    ) / len(outputs)
    variance = _variance(around, counts)
    first = counts @ _first(around, inputs) / variance
    total = counts @ _total(around, inputs) / variance
    found = [*_with_ends(first), *_with_ends(total)]
    if second:
        found += _with_ends(_second(around, inputs, counts) / variance - _sums(first))
    return SobolIndices(*found)


def _variance(around: np.ndarray, counts: np.ndarray) -> Float[np.ndarray, "resamples 1"]:
    """Of A and B together."""
    both = around[:, [0, -1]]
    return (counts @ (both**2).mean(axis=1) - (counts @ both.mean(axis=1)) ** 2)[:, None]


def _first(around: np.ndarray, inputs: int) -> Float[np.ndarray, "rows inputs"]:
    return around[:, -1:] * (around[:, 1 : inputs + 1] - around[:, :1])


def _total(around: np.ndarray, inputs: int) -> Float[np.ndarray, "rows inputs"]:
    return (around[:, 1 : inputs + 1] - around[:, :1]) ** 2 / 2


def _second(around: np.ndarray, inputs: int, counts: np.ndarray) -> Float[np.ndarray, "resamples pairs"]:
    """Return what two inputs do alone and together; input by input, so that no large table is made."""
    one, other = around[:, inputs + 1 : -1], around[:, 1 : inputs + 1]
    by_chance = counts @ (around[:, :1] * around[:, -1:])
    parts = [counts @ (one[:, place, None] * other[:, place + 1 :]) for place in range(inputs)]
    return np.concatenate(parts, axis=1) - by_chance


def _sums(first: np.ndarray) -> Float[np.ndarray, "resamples pairs"]:
    one, other = np.triu_indices(first.shape[1], 1)
    return first[:, one] + first[:, other]


def _with_ends(rows: np.ndarray) -> Iterator[np.ndarray]:
    """Yield the estimate, which is the first row, and its ends."""
    yield rows[0]
    yield from ends(rows[0], rows[1:])
