"""How far a difference may be off because only so many worlds were drawn, where worlds are paired.

Worlds that end alike in both runs say nothing of the difference: a share's interval rests on those that
differ, and how many pairs there are [Bonett2012]_.
"""

from __future__ import annotations

import numpy as np
from jaxtyping import Float

from sim.analysis.intervals import Z95

SAME = 1e-12
"""Utilities that differ by no more than this are equal: the same sum may be added up in another order."""


def paired_shares(
    gained: Float[np.ndarray, "rows"], lost: Float[np.ndarray, "rows"], pairs: int, z: float = Z95
) -> tuple[Float[np.ndarray, "rows"], Float[np.ndarray, "rows"]]:
    """Return the ends of the adjusted Wald interval for differences of paired shares, -1 to 1.

    Parameters
    ----------
    gained, lost
        In how many pairs it is so in the second run alone, and in the first alone.
    pairs
        How many pairs there are; one more of each kind, and two more pairs, are imagined.

    Examples
    --------
    >>> low, high = paired_shares(np.array([26.0]), np.array([4.0]), pairs=48)
    >>> round(float(low[0]), 4), round(float(high[0]), 4)
    (0.2548, 0.6252)
    """
    second, first = (gained + 1) / (pairs + 2), (lost + 1) / (pairs + 2)
    centre = second - first
    half = z * np.sqrt((second + first - centre**2) / (pairs + 2))
    return np.clip(centre - half, -1, 1), np.clip(centre + half, -1, 1)


def flips_by_chance(gained: int, lost: int) -> float:
    """Return how likely flips at least as one-sided are if either way is as likely [McNemar1947]_.

    It is exact: the two-sided probability of a binomial with chance one half; 1 without flips.

    Examples
    --------
    >>> flips_by_chance(7, 1)
    0.0703125
    """
    from scipy.stats import binomtest  # noqa: PLC0415  (slow to import)

    return float(binomtest(gained, gained + lost).pvalue) if gained + lost else 1.0


def mean_with_interval(numbers: Float[np.ndarray, "worlds"]) -> tuple[float, float, float]:
    """Return the mean of one number for each world, and the ends of Student's 95% interval for it.

    The ends are NaN if there is but one world.

    Examples
    --------
    >>> [round(number, 3) for number in mean_with_interval(np.array([0.0, 1.0, 2.0]))]
    [1.0, -1.484, 3.484]
    """
    from scipy.special import stdtrit  # noqa: PLC0415  (slow to import)

    mean = float(numbers.mean())
    if len(numbers) == 1:
        return mean, float("nan"), float("nan")
    half = float(stdtrit(len(numbers) - 1, 0.975) * numbers.std(ddof=1) / np.sqrt(len(numbers)))
    return mean, mean - half, mean + half
