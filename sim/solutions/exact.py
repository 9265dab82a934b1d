"""Bargaining problems in exact fractions, world by world: what the checkers of the concepts are written in.

It shares no code with the concepts, so that a mistake in one shows in the other. It is slow.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import numpy as np
from jaxtyping import Bool, Float

Numbers = list[Fraction]
Each = dict[int, Numbers]
"""A number for each party, by package."""

NEAR = Fraction(1, 10**12)
"""What differs by no more is equal: floats lose as much when they are added up."""


def exact_gains(
    utilities: Float[np.ndarray, "parties packages"],
    reservation_values: Float[np.ndarray, "parties"],
    among: Bool[np.ndarray, "packages"] | None = None,
) -> Each:
    """Return what every party gains from each package of `among` on which nobody loses.

    Gains count from the reservation value, or from the worst of all packages if that is worth more.

    Examples
    --------
    >>> exact_gains(np.array([[0.25, 0.75], [0.0, 1.0]]), np.array([0.0, 0.5]))
    {1: [Fraction(1, 2), Fraction(1, 2)]}
    """
    worth = [[Fraction(value) for value in party] for party in utilities.tolist()]
    least = [Fraction(value) for value in reservation_values.tolist()]
    start = [max(value, min(party)) for value, party in zip(least, worth, strict=True)]
    return {
        package: [value - zero for value, zero in zip(values, start, strict=True)]
        for package, values in enumerate(zip(*worth, strict=True))
        if (among is None or among[package])
        and all(value >= needed for value, needed in zip(values, least, strict=True))
    }


def exact_parts(gains: Mapping[int, Sequence[Fraction]]) -> Each:
    """Return gains as parts of the most that each party could gain; who can gain nothing has its part.

    Examples
    --------
    >>> exact_parts({0: [Fraction(1), Fraction(0)], 3: [Fraction(2), Fraction(0)]})
    {0: [Fraction(1, 2), Fraction(1, 1)], 3: [Fraction(1, 1), Fraction(1, 1)]}
    """
    most = [max(party) for party in zip(*gains.values(), strict=True)]
    return {
        package: [gain / top if top > NEAR else Fraction(1) for gain, top in zip(each, most, strict=True)]
        for package, each in gains.items()
    }


def is_first_by(criteria: Mapping[int, Sequence[Fraction | int]], package: int) -> bool:
    """Say whether a package comes first by the first criterion, of those that do by the second, and so on.

    Where there are no packages, that is so of -1 alone.

    Examples
    --------
    >>> criteria = {0: [1, 2], 1: [1, 3], 2: [0, 9]}
    >>> [is_first_by(criteria, package) for package in range(3)]
    [False, True, False]
    """
    left = dict(criteria)
    if package not in left:
        return not left and package == -1
    for place in range(len(left[package])):
        most = max(numbers[place] for numbers in left.values())
        left = {other: numbers for other, numbers in left.items() if numbers[place] >= most - NEAR}
    return package in left
