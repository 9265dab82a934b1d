"""Which of the packages that are good enough to offer: the worst, or the most considerate of them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from jaxtyping import Bool, Float

from sim.negotiation.seat import Seat
from sim.negotiation.table import Rows

NEARLY = 1e-6  # a package this little below the demand is offered if it is strictly nearer to it

Choosing = Callable[[Seat, Rows, Float[np.ndarray, "rows"]], Rows]
"""Picks one package for each world: (seat, rows, demands) -> packages."""


def worst_good_enough(seat: Seat, rows: Rows, demands: Float[np.ndarray, "rows"]) -> Rows:
    """Pick the acceptable package whose utility is lowest among those that meet the demand.

    Equal utilities go to the lowest index. A package up to 1e-6 short of the demand is picked if it is
    strictly nearer to it than any that meets it.
    """
    utilities, acceptable = _of(seat, rows)
    demands = demands[:, None]
    above = _lowest(utilities, acceptable & (utilities >= demands))
    short = acceptable & (utilities < demands) & (utilities >= demands - NEARLY)
    if not short.any():
        return above
    below = np.where(short, utilities, -np.inf).argmax(axis=1)
    missed = demands[:, 0] - utilities[np.arange(len(rows)), below]
    surplus = utilities[np.arange(len(rows)), above] - demands[:, 0]
    return np.where(short.any(axis=1) & (missed < surplus), below, above)


def considerate(seat: Seat, rows: Rows, demands: Float[np.ndarray, "rows"]) -> Rows:
    """Pick, among the packages that meet the demand, the worst of those that cross fewest stated lines.

    Counted are the lines that the other parties at the table have *stated*: what is held, nobody sees.
    """
    utilities, acceptable = _of(seat, rows)
    good = acceptable & (utilities >= demands[:, None])
    most = int(seat.stated_by_others.max(initial=0))
    crossed = np.where(good, seat.stated_by_others, most + 1)
    return _lowest(utilities, good & (crossed == crossed.min(axis=1, keepdims=True)))


def _of(
    seat: Seat, rows: Rows
) -> tuple[Float[np.ndarray, "rows packages"], Bool[np.ndarray, "rows packages"]]:
    if len(rows) == len(seat.utilities):  # rows are sorted: all worlds, no need to copy
        return seat.utilities, seat.acceptable
    return seat.utilities[rows], seat.acceptable[rows]


def _lowest(utilities: np.ndarray, among: np.ndarray) -> Rows:
    return np.where(among, utilities, np.inf).argmin(axis=1)
