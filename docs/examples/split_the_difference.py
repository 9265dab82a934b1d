"""Split the difference: ask for the mean of what you asked for last and the best you are offered."""

import numpy as np
from pydantic import BaseModel, Field

import sim


class SplitTheDifference(sim.Demanding):
    """Asks for its best at first; then, every round, moves towards the party that offers it least.

    Of each other party it remembers the best offer, in its own utility. The lowest of these, or its
    reservation value if that is more, is where it would meet that party.
    """

    class Settings(BaseModel):
        """`share`: the part of the difference that it gives up every round, 0.5 for the mean."""

        share: float = Field(default=0.5, ge=0, le=1)

    def __init__(self, seat, choosing, share):
        super().__init__(seat, choosing)
        self.share = share
        worlds = len(seat.utilities)
        self.asked = np.full(worlds, np.inf)
        self.offered = np.full((worlds, seat.parties), np.nan)  # nothing yet

    def hears(self, rows, party, packages):
        """Remember the best offer of a party."""
        worth = self.seat.utilities[rows, packages]
        self.offered[rows, party] = np.fmax(self.offered[rows, party], worth)

    def begin_round(self, rows):
        """Split the difference, where anybody has made an offer."""
        asked = np.minimum(self.asked[rows], self.seat.highest[rows])
        lowest = np.fmin.reduce(self.offered[rows], axis=1)
        meet = np.clip(lowest, self.seat.reservation_values[rows], asked)
        split = np.isfinite(meet)  # not where nobody has spoken, nor where it can sign nothing
        asked[split] += self.share * (meet[split] - asked[split])
        self.asked[rows] = asked

    def demands(self, rows):
        """Return the utility asked for in this round."""
        return self.asked[rows]
