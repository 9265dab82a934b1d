"""Rank correlation [Spearman1904]_ of inputs with an output, in worlds that were played anyway."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from sim.analysis.intervals import Z95
from sim.analysis.paired_intervals import SAME
from sim.analysis.sensitivity.ranks import mean_ranks
from sim.analysis.sensitivity.varying import demand_inputs

OfInputs = Float[np.ndarray, "inputs"]


@dataclass(frozen=True)
class RankCorrelation:
    """How steadily the output rises with each input, -1 to 1, and the ends of the 95% interval."""

    rank: OfInputs
    low: OfInputs
    high: OfInputs


def rank_correlation(
    inputs: Float[np.ndarray, "worlds inputs"], outputs: Float[np.ndarray, "worlds"]
) -> RankCorrelation:
    """Return Spearman's rank correlation of each input with the output; equal numbers share their ranks.

    The interval is that of [Bonett2000]_: Fisher's transform with variance (1 + r^2 / 2) / (worlds - 3). An
    output that goes up and down again with an input has none.

    Raises
    ------
    InputError
        If an input or the output is missing somewhere or does not vary.

    Examples
    --------
    >>> drawn = np.random.default_rng(1).random((1000, 2))
    >>> found = rank_correlation(drawn, drawn[:, 0] ** 3)
    >>> float(found.rank[0]), bool(found.low[1] < 0 < found.high[1])
    (1.0, True)
    """
    demand_inputs(inputs, outputs)
    output = _scores(outputs)
    rank = np.clip([_scores(column) @ output for column in np.ascontiguousarray(inputs.T)], -1, 1)
    certain = np.abs(rank) > 1 - SAME
    low, high = interval(np.where(certain, 0, rank), len(outputs))
    rank = np.where(certain, np.sign(rank), rank)
    return RankCorrelation(rank, np.where(certain, rank, low), np.where(certain, rank, high))


def interval(rank: OfInputs, worlds: int, z: float = Z95) -> tuple[OfInputs, OfInputs]:
    """Return the ends of the interval for rank correlations between -1 and 1.

    Examples
    --------
    >>> low, high = interval(np.array([0.0]), 103)
    >>> round(float(low[0]), 3), round(float(high[0]), 3)
    (-0.194, 0.194)
    """
    middle, half = np.arctanh(rank), z * np.sqrt((1 + rank**2 / 2) / (worlds - 3))
    return np.tanh(middle - half), np.tanh(middle + half)


def _scores(column: np.ndarray) -> np.ndarray:
    """Return ranks, counted from their mean in units that make their squares add up to 1."""
    around = mean_ranks(column) - (len(column) + 1) / 2
    return around / np.sqrt(around @ around)
