"""More boxes: what those found so far hold is set aside, and the rest is searched [FriedmanFisher1999]_."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from sim.analysis.discovery.bounds import within
from sim.analysis.discovery.boxes import Box, Boxes
from sim.analysis.discovery.choosing import best_balance
from sim.analysis.discovery.prim import prim
from sim.errors import InputError, Problem


@dataclass(frozen=True, eq=False)
class Search:
    """The boxes that one search went through, and the number of the one that was chosen."""

    boxes: Boxes
    number: int

    @property
    def box(self) -> Box:
        """The box that was chosen."""
        return self.boxes[self.number]


def cover(
    inputs: pd.DataFrame,
    of_interest: object,
    boxes: int = 1,
    choice: Callable[[Boxes], int] = best_balance,
    **settings: Any,
) -> tuple[Search, ...]:
    """Search for a box, then for another in the worlds that it leaves, and so on.

    It ends earlier where no world of interest is left, or no condition makes a difference any more.

    Parameters
    ----------
    inputs, of_interest
        As for `prim`.
    boxes
        How many at most.
    choice
        Chooses the box of a search.
    settings
        Of `prim`.

    Raises
    ------
    InputError
        If fewer than one box is asked for, the choice is none of the boxes, or `prim` raises it.

    Examples
    --------
    >>> wall, hedge = [True, False, False, False], [True, True, False, False]
    >>> drawn = pd.DataFrame({"wall": wall * 9, "hedge": hedge * 9})
    >>> two = cover(drawn, [1, 1, 0, 0] * 5 + [1, 0, 0, 0] * 4, boxes=3)
    >>> [dict(search.box.limits) for search in two]
    [{'wall': Among(kept=(True,))}, {'hedge': Among(kept=(True,))}]
    """
    if boxes < 1:
        raise InputError([Problem(f"boxes is {boxes}, expected at least 1")])
    found: list[Search] = []
    covered = np.zeros(len(inputs), dtype=bool)
    while len(found) < boxes:
        searched = prim(inputs, of_interest, covered=covered, **settings)
        if found and not _finds_more(searched):
            break
        found.append(Search(searched, searched.demand(choice(searched))))
        covered |= within(searched.columns, searched.path[found[-1].number].bounds)
        if not (searched.of_interest & ~covered).any():
            break
    return tuple(found)


def _finds_more(boxes: Boxes) -> bool:
    return len(boxes) > 1
