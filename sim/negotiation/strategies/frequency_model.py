"""Learns from offers what the others seem to like, by counting [Hindriks2008]_ [Baarslag2013b]_."""

from __future__ import annotations

from typing import Annotated

import numpy as np
from jaxtyping import Float, Int
from pydantic import Field

from sim.negotiation import kernels
from sim.negotiation.seat import Seat
from sim.negotiation.strategies.choosing import Choosing
from sim.negotiation.strategies.strategy import Demanding
from sim.negotiation.strategies.time_dependent import share_of_range
from sim.negotiation.table import NONE, Rows
from sim.scenario.noun import Noun


class FrequencyModelSettings(Noun):
    """How it concedes itself."""

    exponent: Annotated[float, Field(gt=0, allow_inf_nan=False)] = 1.0
    """Of its own concession over time, as of `aspiration`."""


class FrequencyModel(Demanding):
    """Concedes with time, and offers what is good enough for itself and seems to be liked most.

    What another party likes is estimated from its offers alone: an option scores as often as it was
    offered, relative to the most frequent option of the issue; an issue weighs more each time its option
    stays the same from one offer to the next, by (1 - t) in relative time t, and all issues weigh the same
    at first. The package offered has, among those that meet the demand and have the lowest of the choosing's
    levels, the highest sum of estimates over the other parties; equals go to the lowest index.
    """

    def __init__(self, seat: Seat, choosing: Choosing, exponent: float) -> None:
        super().__init__(seat, choosing)
        self.exponent = exponent
        worlds, issues = len(seat.utilities), seat.options.shape[1]
        most = int(seat.options.max(initial=0)) + 1
        self._counts: Float[np.ndarray, "worlds parties issues options"]
        self._counts = np.zeros((worlds, seat.parties, issues, most))
        self._weights: Float[np.ndarray, "worlds parties issues"] = np.ones((worlds, seat.parties, issues))
        self._last: Int[np.ndarray, "worlds parties"] = np.full((worlds, seat.parties), NONE)

    def hears(self, rows: Rows, party: int, packages: Rows) -> None:
        """Count the options offered, and the issues on which nothing has moved."""
        options = self.seat.options
        for issue in range(options.shape[1]):
            self._counts[rows, party, issue, options[packages, issue]] += 1
        again = self._last[rows, party] != NONE
        stays = options[packages] == options[self._last[rows, party]]
        self._weights[rows, party] += (again[:, None] & stays) * (1 - self.seat.time)
        self._last[rows, party] = packages

    def demands(self, rows: Rows) -> Float[np.ndarray, "rows"]:
        """Return the utility asked for in this round."""
        seat = self.seat
        least = np.maximum(seat.lowest[rows], seat.reservation_values[rows])
        return share_of_range(least, seat.highest[rows], 1 - seat.time**self.exponent)

    def offers(self, rows: Rows) -> Rows:
        """Offer, of the packages that meet the demand, the one that the others seem to like most."""
        utilities, signable, kind, _ = self.seat.mind
        levels, options = self.choosing.levels, self.seat.options
        offers: np.ndarray = kernels.most_liked(
            utilities, signable, kind, levels, options, self.liking(rows), rows, self.demands(rows)
        )
        return offers

    def liking(self, rows: Rows) -> Float[np.ndarray, "rows issues options"]:
        """Return what each option seems to be worth to the other parties together."""
        counts, weights = self._counts[rows], self._weights[rows]
        scores = counts / np.maximum(counts.max(axis=3, keepdims=True), 1)
        shares = weights / weights.sum(axis=2, keepdims=True)
        return (scores * shares[..., None]).sum(axis=1)
