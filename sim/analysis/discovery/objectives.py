"""What the next peel, or paste, is chosen by: how much more of what is of interest, for how many worlds.

The lenient ones do not let an input win because its peels are large, as those of categories are: the
increase is divided by the number of worlds that it takes [KwakkelJaxaRozen2016]_.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Count(NamedTuple):
    """How many worlds, and how many of them are of interest."""

    worlds: int
    of_interest: int


Objective = Callable[[Count, Count], float]
"""Worth of going from one box to another, larger or smaller, neither of them empty."""


def lenient1(before: Count, after: Count) -> float:
    """Return the increase of the density for each world removed or added.

    Examples
    --------
    >>> lenient1(Count(10, 4), Count(8, 4))
    0.05
    """
    return _crossed(before, after) / (before.worlds * after.worlds * _changed(before, after))


def lenient2(before: Count, after: Count) -> float:
    """Return the increase of the density for each world removed or added, times the worlds there are then.

    Examples
    --------
    >>> lenient2(Count(10, 4), Count(8, 4))
    0.4
    """
    return _crossed(before, after) / (before.worlds * _changed(before, after))


def original(_: Count, after: Count) -> float:
    """Return the density there is then, so that peeling goes on until too few are left [FriedmanFisher1999]_.

    Examples
    --------
    >>> original(Count(10, 4), Count(8, 4))
    0.5
    """
    return after.of_interest / after.worlds


OBJECTIVES: dict[str, Objective] = {"lenient1": lenient1, "lenient2": lenient2, "original": original}


def _crossed(before: Count, after: Count) -> int:
    """Return by how much the density grows, over a common denominator: in whole numbers ties stay ties."""
    return after.of_interest * before.worlds - before.of_interest * after.worlds


def _changed(before: Count, after: Count) -> int:
    return abs(before.worlds - after.worlds)
