"""Which two parties want opposite things: those whose orders of the packages agree least."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from jaxtyping import Float

from sim.analysis.sensitivity.ranks import mean_ranks


def rank_correlation(one: Float[np.ndarray, "packages"], other: Float[np.ndarray, "packages"]) -> float:
    """Return how far two parties order packages alike [Spearman1904]_: 1 the same way, -1 the opposite way.

    It looks at nothing but the order, so that preferences that are an order will do, and parties need no
    common scale. NaN if one of them is indifferent between all packages.

    Examples
    --------
    >>> rank_correlation(np.array([0.1, 0.5, 0.9]), np.array([0.3, 0.2, 0.1]))
    -1.0
    """
    ranks = np.stack([mean_ranks(each) for each in (one, other)])
    around = ranks - ranks.mean(axis=1, keepdims=True)
    spread = np.sqrt((around[0] @ around[0]) * (around[1] @ around[1]))
    return float(np.clip(around[0] @ around[1] / spread, -1, 1)) if spread else float("nan")


def most_opposed(
    utilities: Float[np.ndarray, "parties packages"], among: Sequence[int]
) -> tuple[int, int] | None:
    """Return the places of the two parties, of some, that order packages least alike; None of less than two.

    Ties go to the pair that comes first. A party that is indifferent is taken only if there is no other pair.

    Examples
    --------
    >>> utilities = np.array([[0.1, 0.5, 0.9], [0.1, 0.2, 0.3], [0.3, 0.2, 0.1]])
    >>> most_opposed(utilities, among=[0, 1, 2])
    (0, 2)
    """
    pairs = list(combinations(among, 2))
    alike = [rank_correlation(utilities[one], utilities[other]) for one, other in pairs]
    return pairs[int(np.argmin(np.nan_to_num(alike, nan=np.inf)))] if pairs else None
