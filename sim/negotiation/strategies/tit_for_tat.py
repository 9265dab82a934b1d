"""Tit for tat: concede as the others do, and a little more as time goes by [Baarslag2013a]_."""

from __future__ import annotations

from typing import Annotated

import numpy as np
from jaxtyping import Bool, Float
from pydantic import Field

from sim.negotiation.seat import Seat
from sim.negotiation.strategies.choosing import Choosing
from sim.negotiation.strategies.strategy import Demanding
from sim.negotiation.strategies.time_dependent import share_of_range
from sim.negotiation.table import Rows
from sim.scenario.noun import Noun


class TitForTatSettings(Noun):
    """How it concedes to those who do not."""

    generosity: Annotated[float, Field(ge=0, le=1)] = 1.0
    """The share of the way it has gone in the end whatever the others do, from 0 to 1."""


class TitForTat(Demanding):
    """Answers concessions in kind, measured by what they are worth to itself.

    How far another party has come is judged from its offers alone: from the worst it could offer towards
    the party's goal, the middle between what it must have and its best. With m1 the highest and m0 the
    least utility it can sign for, and g = (m0 + m1) / 2, a party whose best offer is worth b has come
    d = clamp((b - m0) / (g - m0), 0, 1) of the way. The answer is the mean d of the others that have made
    offers: the demand is m1 - (m1 - g) max(d, 2 generosity t^2), so it meets those who meet it in the
    middle. The second term makes it nice: it opens with a small concession of its own, goes on conceding
    slowly where nobody moves, and in the end may go beyond the middle to come to a deal.

    The source is bilateral and finds its goal with an estimate of the Nash point; taking the mean of the
    others, and the middle as the goal, is ours.
    """

    def __init__(self, seat: Seat, choosing: Choosing, generosity: float) -> None:
        super().__init__(seat, choosing)
        self.generosity = generosity
        worlds = len(seat.utilities)
        self._best: Float[np.ndarray, "worlds parties"] = np.full((worlds, seat.parties), -np.inf)

    def hears(self, rows: Rows, party: int, packages: Rows) -> None:
        """Keep the best that each of the others has offered; what it cannot accept is worth nothing."""
        worth = np.where(self.seat.can_accept(rows, packages), self.seat.utilities[rows, packages], 0.0)
        self._best[rows, party] = np.maximum(self._best[rows, party], worth)

    def demands(self, rows: Rows) -> Float[np.ndarray, "rows"]:
        """Return the utility asked for in this round."""
        seat = self.seat
        most = seat.highest[rows]
        least = np.maximum(seat.lowest[rows], seat.reservation_values[rows])
        come = self._come(rows, least, (most - least) / 2)
        conceded = np.maximum(come, 2 * self.generosity * seat.time**2)
        return share_of_range(least, most, 1 - conceded / 2)

    def _come(
        self, rows: Rows, least: Float[np.ndarray, "rows"], half: Float[np.ndarray, "rows"]
    ) -> Float[np.ndarray, "rows"]:
        """Return how much of the way to the middle the others have come, on average; 0 before they speak."""
        best = self._best[rows]
        spoken: Bool[np.ndarray, "rows parties"] = np.isfinite(best)
        gained = np.where(spoken & np.isfinite(least)[:, None], best - least[:, None], 0.0)
        way = np.where((half > 0) & np.isfinite(half), half, 1.0)[:, None]
        come = np.clip(gained / way, 0, 1)
        return come.sum(axis=1) / np.maximum(spoken.sum(axis=1), 1)
