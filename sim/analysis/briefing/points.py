"""A scoring sheet: preferences as points that a class can add up, in tenths of a point.

The points of an issue are what is at stake in it, its swing weight [WinterfeldtEdwards1986]_: its weight
times the range of its scores. The worst option of an issue has 0 points and the best options of all issues
have 100 together, so points order packages as utilities do, but for rounding to tenths.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool, Float, Int

FULL = 1_000
"""What the best options have together: 100 points, in tenths."""

NOTHING = 1e-12
"""Where all options are worth the same but for what floats lose, nothing is at stake."""


@dataclass(frozen=True)
class Points:
    """The points of every option, in tenths, and how they came from utilities.

    Parameters
    ----------
    options
        For each issue, the points of its options.
    scale
        Tenths of a point that a utility of 1 is worth; 0 where nothing is at stake.
    zero
        The utility that has no points: that of the worst option on every issue.
    apart
        Packages this many tenths apart or more stand in the same order by points and by utility.
    """

    options: tuple[tuple[int, ...], ...]
    scale: float
    zero: float
    apart: float

    @property
    def stakes(self) -> tuple[int, ...]:
        """What is at stake in each issue: the points of its best option."""
        return tuple(map(max, self.options))

    def of(self, utility: float) -> float:
        """Return a utility in tenths of a point, not rounded.

        Examples
        --------
        >>> sheet = points([0.5, 0.5], [[0.0, 1.0], [0.5, 1.0]])
        >>> round(sheet.of(0.25)), round(sheet.of(1.0))
        (0, 1000)
        """
        return (utility - self.zero) * self.scale

    def totals(self) -> Int[np.ndarray, "packages"]:
        """Return the points of every package, the last issue fastest.

        Examples
        --------
        >>> points([0.5, 0.5], [[0.0, 1.0], [0.5, 1.0]]).totals()
        array([   0,  333,  667, 1000])
        """
        sums = np.zeros(1, dtype=np.int64)
        for each in self.options:
            sums = (sums[:, None] + np.array(each)).reshape(-1)
        return sums


def points(weights: Sequence[float], scores: Sequence[Sequence[float]]) -> Points:
    """Turn the weights of issues, and the scores of their options, into points.

    The points at stake are rounded by largest remainders, so that they add up to 100.0; those of the options
    between the best and the worst to the nearest tenth.

    Examples
    --------
    >>> points([0.75, 0.25], [[1.0, 0.5, 0.0], [0.2, 0.8]]).options
    ((833, 417, 0), (0, 167))
    """
    worth = [weight * np.asarray(each, float) for weight, each in zip(weights, scores, strict=True)]
    zero = float(sum(each.min() for each in worth))
    at_stake = np.array([np.ptp(each) for each in worth])
    if at_stake.sum() <= NOTHING:
        return Points(tuple((0,) * len(each) for each in worth), 0.0, zero, 0.0)
    scale = FULL / float(at_stake.sum())
    exact = [(each - each.min()) * scale for each in worth]
    best = largest_remainders(at_stake * scale, FULL)
    rounded = [_rounded(each, most) for each, most in zip(exact, best, strict=True)]
    off = sum(float(np.ptp(told - each)) for told, each in zip(rounded, exact, strict=True))
    return Points(tuple(tuple(told.tolist()) for told in rounded), scale, zero, off)


def largest_remainders(shares: Float[np.ndarray, "parts"], total: int) -> list[int]:
    """Round numbers that add up to `total` so that they still do; of equal remainders the first is raised.

    Examples
    --------
    >>> largest_remainders(np.array([3.4, 3.3, 3.3]), 10)
    [4, 3, 3]
    """
    whole = np.floor(shares + NOTHING).astype(np.int64)
    missing = total - int(whole.sum())
    raised = np.argsort(-np.round(shares - whole, 9), kind="stable")[:missing]
    whole[raised] += 1
    told: list[int] = whole.tolist()
    return told


def least_needed(
    totals: Int[np.ndarray, "packages"], good_enough: Bool[np.ndarray, "packages"], wanted: float
) -> int:
    """Return from how many points on packages are good enough, as a whole number of tenths.

    The one that is right of most packages, and of these the nearest to what is `wanted`, not rounded; of
    equals the lower. `totals` are the points of the packages that count.

    Examples
    --------
    >>> least_needed(np.array([0, 333, 667]), np.array([False, True, True]), 332.6)
    333
    """
    if not np.isfinite(wanted):
        return 0
    low = int(min(np.floor(wanted), totals.min(initial=0)))
    high = int(max(np.ceil(wanted), totals.max(initial=0) + 1))
    enough = np.bincount(totals[good_enough] - low, minlength=high - low + 1)
    others = np.bincount(totals[~good_enough] - low, minlength=high - low + 1)
    wrong = np.cumsum(enough) - enough + others.sum() - (np.cumsum(others) - others)
    right = low + np.flatnonzero(wrong == wrong.min())
    return int(right[np.argmin(np.abs(right - wanted))])


def _rounded(exact: Float[np.ndarray, "options"], most: int) -> Int[np.ndarray, "options"]:
    told = np.minimum(np.floor(exact + 0.5).astype(np.int64), most)
    told[exact == exact.max()] = most
    return told
