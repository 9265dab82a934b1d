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

MOST_NUMBERS = 2**21
"""How many products of outputs are held at once: few calls, since each waits for all cores."""

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
    around = np.asfortranarray(outputs - outputs.mean())
    counts = np.concatenate(
        [np.ones((1, len(outputs))), resampling_counts(len(outputs), resamples, seed)]
    ) / len(outputs)
    squares, means, by_chance, *sums = (counts @ _columns(around, inputs)).T
    variance = (squares - means**2)[:, None]
    first, total = (np.stack(some, axis=1) / variance for some in (sums[:inputs], sums[inputs:]))
    found = [*_with_ends(first), *_with_ends(total)]
    if second:
        beyond = _pairs(around, inputs, counts) - by_chance[:, None]
        found += _with_ends(beyond / variance - _sums(first))
    return SobolIndices(*found)


def _columns(around: np.ndarray, inputs: int) -> Float[np.ndarray, "rows columns"]:
    """Return that whose means are wanted: for the variance of A and B, for chance, first order and total."""
    at_a, at_b = around[:, :1], around[:, -1:]
    change = around[:, 1 : inputs + 1] - at_a
    variance = [(at_a**2 + at_b**2) / 2, (at_a + at_b) / 2]
    return np.hstack([*variance, at_a * at_b, at_b * change, change**2 / 2])


def _pairs(around: np.ndarray, inputs: int, counts: np.ndarray) -> Float[np.ndarray, "resamples pairs"]:
    """Return the mean product for each pair; some pairs at a time, so that no table grows too large."""
    one, other = around.T[inputs + 1 : -1], around.T[1 : inputs + 1]
    first, later = np.triu_indices(inputs, 1)
    size = max(1, MOST_NUMBERS // len(around))
    parts = [np.empty((len(counts), 0))]
    for start in range(0, len(first), size):
        some = slice(start, start + size)
        parts.append(counts @ (one[first[some]] * other[later[some]]).T)
    return np.concatenate(parts, axis=1)


def _sums(first: np.ndarray) -> Float[np.ndarray, "resamples pairs"]:
    one, other = np.triu_indices(first.shape[1], 1)
    return first[:, one] + first[:, other]


def _with_ends(rows: np.ndarray) -> Iterator[np.ndarray]:
    """Yield the estimate, which is the first row, and its ends."""
    yield rows[0]
    yield from ends(rows[0], rows[1:])
