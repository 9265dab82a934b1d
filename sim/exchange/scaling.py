"""Any utility that adds up over issues becomes weights that sum to 1 and scores from 0 to 1.

The best option of an issue has the score 1, as in Genius, so that the best package has the utility 1. What
was 0 stays 0, unless something is worth less than nothing. The utility of a package here is that of the file,
minus `offset`, divided by `scale`: what anybody prefers to what, and to no deal, is the same.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sim.exchange.domain import Profile

_ROUNDING = 1e-13
"""Weights whose sum is as close to 1 are left as they are, so that what was scaled once stays as it is."""


@dataclass(frozen=True)
class Scaled:
    """Weights and scores of a party, empty if all packages are worth the same to it; how they were made."""

    weights: tuple[float, ...]
    scores: tuple[tuple[float, ...], ...]
    no_deal: float
    offset: float
    scale: float

    @property
    def words(self) -> str:
        """How utilities follow from those of the file; empty if they are the same."""
        sign = "minus" if self.offset > 0 else "plus"
        shifted = f", {sign} {abs(self.offset):.12g}" if self.offset else ""
        divided = f", divided by {self.scale:.12g}" if self.scale != 1 else ""
        return f"utilities are those of the file{shifted}{divided}" if shifted or divided else ""


def scaled(profile: Profile) -> Scaled:
    """Scale a profile.

    A reservation value of minus infinity becomes 0: no package is worth less.

    Examples
    --------
    >>> found = scaled(Profile("mary", (0.5, 0.5), ((1.0, 4.0), (0.0, 10.0)), reservation=3.5))
    >>> found.weights, found.scores, found.no_deal, found.scale
    ((0.2857142857142857, 0.7142857142857143), ((0.25, 1.0), (0.0, 1.0)), 0.5, 7.0)
    """
    worths = [
        [math.copysign(1, weight) * one for one in evaluations]
        for weight, evaluations in zip(profile.weights, profile.evaluations, strict=True)
    ]
    lows, spans, scores = zip(*map(_unit, worths), strict=True)
    sizes = [abs(weight) for weight in profile.weights]
    offset = math.fsum([profile.constant, *(size * low for size, low in zip(sizes, lows, strict=True))])
    weights = tuple(size * span for size, span in zip(sizes, spans, strict=True))
    total = math.fsum(weights)
    if total == 0:
        return Scaled((), (), _no_deal(profile, offset, 1.0), offset, 1.0)
    weights, scale = summing_to_one(weights)
    return Scaled(weights, scores, _no_deal(profile, offset, scale), offset, scale)


def summing_to_one(weights: Sequence[float]) -> tuple[tuple[float, ...], float]:
    """Return weights that sum to 1, and what they were divided by.

    Examples
    --------
    >>> summing_to_one([2.0, 6.0])
    ((0.25, 0.75), 8.0)
    """
    total = math.fsum(weights)
    if abs(total - 1) <= _ROUNDING:
        return tuple(weights), 1.0
    return tuple(weight / total for weight in weights), total


def _unit(worths: Sequence[float]) -> tuple[float, float, tuple[float, ...]]:
    """Return scores from 0 to 1 with the offset and the span that lead back: worth = low + span * score."""
    low = min(0.0, *worths)
    span = max(worths) - low
    if span == 0:
        return low, 0.0, (0.0,) * len(worths)
    return low, span, tuple((worth - low) / span + 0.0 for worth in worths)


def _no_deal(profile: Profile, offset: float, scale: float) -> float:
    if profile.reservation == -math.inf:
        return 0.0
    return (profile.reservation - offset) / scale + 0.0
