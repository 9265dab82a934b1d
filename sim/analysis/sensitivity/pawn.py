"""PAWN [Pianosi2015]_, from worlds that were played anyway [Pianosi2018]_.

Worlds are cut into slices by an input. If the output is distributed in a slice as it is in all worlds, the
input does not matter there; the Kolmogorov-Smirnov distance says how far it is from that. Of an output that
is 0 or 1 it is the difference between its share in the slice and its share in all worlds.

Slices differ by chance too. How much is seen from dummies: slices of the same sizes, of worlds drawn by lot
[Zadeh2017]_.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool, Float, Int

from sim.analysis.sensitivity.slicing import SLICES, sliced
from sim.analysis.sensitivity.varying import demand_at_least, demand_inputs

DUMMIES = 200

OfInputs = Float[np.ndarray, "inputs"]


@dataclass(frozen=True)
class Pawn:
    """Distances of distributions, 0 to 1.

    Parameters
    ----------
    median, mean, max
        Over the slices of each input.
    noise_median, noise_max
        The largest that any dummy with slices of these sizes has.
    """

    median: OfInputs
    mean: OfInputs
    max: OfInputs
    noise_median: OfInputs
    noise_max: OfInputs

    @property
    def above(self) -> Bool[np.ndarray, "inputs"]:
        """Whether an input matters in some slice more than any dummy in any."""
        return self.max > self.noise_max


def pawn(
    inputs: Float[np.ndarray, "worlds inputs"],
    outputs: Float[np.ndarray, "worlds"],
    *,
    slices: int = SLICES,
    dummies: int = DUMMIES,
    seed: int = 0,
) -> Pawn:
    """Return how far each input's slices are from all worlds, and how far they might be by chance.

    Parameters
    ----------
    slices
        Into how many slices an input is cut; one with no more values than that has a slice for each.
    dummies, seed
        How many dummies there are for each way of slicing, and the seed they are drawn from. An input that
        does nothing is above all of N dummies in one of N + 1 cases, for the median as for the largest.

    Raises
    ------
    InputError
        If an input or the output is missing somewhere or does not vary.

    Examples
    --------
    >>> drawn = np.random.default_rng(1).random((1000, 2))
    >>> found = pawn(drawn, (drawn[:, 0] > 0.5) * 1.0)
    >>> found.max.round(2), found.above
    (array([0.5 , 0.09]), array([ True, False]))
    """
    demand_at_least(1, dummies=dummies)
    demand_inputs(inputs, outputs)
    levels = np.unique(outputs, return_inverse=True)[1]
    cut = [sliced(column, slices) for column in np.ascontiguousarray(inputs.T)]
    sizes = [tuple(np.bincount(labels).tolist()) for labels in cut]
    found = np.array([_over_slices(distances(labels, levels)) for labels in cut])
    noise = _noise(set(sizes), levels, dummies, seed)
    return Pawn(*found.T, *np.array([noise[one] for one in sizes]).T)


def distances(
    labels: Int[np.ndarray, "worlds"], levels: Int[np.ndarray, "worlds"]
) -> Float[np.ndarray, "slices"]:
    """Return the Kolmogorov-Smirnov distance of each slice from all worlds.

    Parameters
    ----------
    labels
        The slice of each world.
    levels
        The place of its output among all different outputs, in rising order.

    Examples
    --------
    >>> distances(np.array([0, 0, 1, 1]), np.array([0, 1, 1, 1]))
    array([0.25, 0.25])
    """
    size = int(levels.max()) + 1
    counts = np.bincount(labels * size + levels, minlength=(int(labels.max()) + 1) * size).reshape(-1, size)
    reached = counts.cumsum(axis=1)
    all_worlds = reached.sum(axis=0) / len(levels)
    return np.abs(reached / reached[:, -1:] - all_worlds).max(axis=1)


def _over_slices(found: np.ndarray) -> tuple[float, float, float]:
    return float(np.median(found)), float(found.mean()), float(found.max())


def _noise(
    sliced_so: set[tuple[int, ...]], levels: np.ndarray, dummies: int, seed: int
) -> dict[tuple[int, ...], Float[np.ndarray, "2"]]:
    """Return the largest median, and the largest of all distances, of dummies in slices of some sizes.

    Most inputs are cut into slices of the same sizes, and every way of slicing sees the same dummies.
    """
    lots = np.random.default_rng(seed)
    cut = {sizes: np.repeat(np.arange(len(sizes)), sizes) for sizes in sliced_so}
    largest = {sizes: np.zeros(2) for sizes in cut}
    for _ in range(dummies):
        dummy = lots.permutation(levels)
        for sizes, labels in cut.items():
            median, _, most = _over_slices(distances(labels, dummy))
            largest[sizes] = np.maximum(largest[sizes], [median, most])
    return largest
