"""How much of an output's variance each input explains alone, from worlds that were played anyway.

It is the first-order Sobol index, as the correlation ratio [Pearson1905]_ of slices [Plischke2013]_. Means of
slices differ by chance too, which makes the plain ratio too large; what is expected of that is taken off
[Kelley1935]_. Intervals rest on each world's influence [Hampel1974]_.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from sim.analysis.intervals import Z95
from sim.analysis.sensitivity.pawn import DUMMIES
from sim.analysis.sensitivity.slicing import SLICES, sliced
from sim.analysis.sensitivity.varying import demand_inputs
from sim.errors import InputError, Problem

OfInputs = Float[np.ndarray, "inputs"]


@dataclass(frozen=True)
class Explained:
    """Shares of the variance, and the ends of their 95% intervals; by chance a share may be below 0."""

    share: OfInputs
    low: OfInputs
    high: OfInputs


def explained(
    inputs: Float[np.ndarray, "worlds inputs"],
    outputs: Float[np.ndarray, "worlds"],
    *,
    slices: int = SLICES,
) -> Explained:
    """Return the share of the output's variance that each input explains alone.

    If inputs are independent, shares may be added: the sum is what the inputs explain one by one.

    Parameters
    ----------
    slices
        Into how many slices an input is cut; one with no more values than that has a slice for each. What
        happens within a slice is not seen: of a straight line, one part in slices squared.

    Raises
    ------
    InputError
        If an input or the output is missing somewhere or does not vary, or worlds are no more than slices.

    Examples
    --------
    >>> drawn = np.random.default_rng(1).random((10_000, 3))
    >>> explained(drawn, 2 * drawn[:, 0] + drawn[:, 1]).share.round(2)
    array([ 0.79,  0.2 , -0.  ])
    """
    demand_inputs(inputs, outputs)
    if len(outputs) <= slices:
        raise InputError([Problem(f"{len(outputs):,} worlds, expected more than the {slices} slices")])
    around = outputs - outputs.mean()
    found = np.array([_share(sliced(column, slices), around) for column in np.ascontiguousarray(inputs.T)])
    share, half = found[:, 0], Z95 * found[:, 1]
    return Explained(share, share - half, share + half)


def explained_by_chance(
    inputs: Float[np.ndarray, "worlds inputs"],
    outputs: Float[np.ndarray, "worlds"],
    *,
    slices: int = SLICES,
    dummies: int = DUMMIES,
    seed: int = 0,
) -> OfInputs:
    """Return the largest share that any of some dummies explains, cut into slices as each input is.

    Parameters
    ----------
    slices
        As in `explained`.
    dummies, seed
        How many quantities that do nothing are made up, and the seed they are drawn from. An input that
        does nothing explains more than all of N dummies in one of N + 1 cases.

    Examples
    --------
    >>> drawn = np.random.default_rng(1).random((1000, 2))
    >>> explained_by_chance(drawn, drawn[:, 0]).round(2)
    array([0.02, 0.02])
    """
    sizes = [tuple(np.bincount(sliced(column, slices)).tolist()) for column in np.ascontiguousarray(inputs.T)]
    lots, around = np.random.default_rng(seed), outputs - outputs.mean()
    largest = dict.fromkeys(sizes, -np.inf)
    for _ in range(dummies):
        dummy = lots.permutation(around)
        for size in largest:
            largest[size] = max(largest[size], _of_slices(dummy, size))
    return np.array([largest[size] for size in sizes])


def _of_slices(around: np.ndarray, sizes: tuple[int, ...]) -> float:
    """Return the share of worlds that lie slice by slice."""
    starts = np.concatenate([[0], np.cumsum(sizes[:-1])]).astype(np.int64)
    between = (np.add.reduceat(around, starts) ** 2 / sizes).sum() / (around**2).sum()
    return float(1 - (len(around) - 1) / (len(around) - len(sizes)) * (1 - between))


def _share(labels: np.ndarray, around: np.ndarray) -> tuple[float, float]:
    """Return 1 - (n - 1) / (n - k) SSW / SST of n worlds in k slices, and its standard error.

    A world's part in the error is what SSW / SST would change if it were there once more.
    """
    worlds, sizes = len(labels), np.bincount(labels)
    means = np.bincount(labels, around) / sizes
    within, everything = (around - means[labels]) ** 2, around**2
    left = within.sum() / everything.sum()
    parts = (within - left * everything) / everything.mean()
    corrected = (worlds - 1) / (worlds - len(sizes))
    return 1 - corrected * left, corrected * float(np.sqrt((parts**2).mean() / worlds))
