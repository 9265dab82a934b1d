"""MiCRO: concede one package at a time, and only as far as the others do [DeJonge2022]_."""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool, Float, Int

from sim.negotiation.seat import Seat
from sim.negotiation.strategies.choosing import Choosing, Considerate
from sim.negotiation.strategies.strategy import Strategy
from sim.negotiation.table import Rows
from sim.scenario.noun import Noun


class MicroSettings(Noun):
    """There are none: MiCRO has nothing to tune."""


class Micro(Strategy):
    """Goes down its acceptable packages from the best, a step at a time, and only as far as the others.

    It is *ready* if the number of different packages it has offered is at most the number of different
    packages it has heard from all others, and one is left that it has not offered. Then it accepts what
    is worth at least the next one, and offers that. Otherwise it accepts what is worth at least the last
    one it was first to offer, and repeats one of those it has offered: one drawn for the round, or with
    considerate choosing the one that crosses the fewest lines the others have stated.
    """

    def __init__(self, seat: Seat, choosing: type[Choosing]) -> None:
        super().__init__(seat)
        worlds = len(seat.utilities)
        self.repeats_considerately = choosing is Considerate
        self.last_new = np.full(worlds, -np.inf)
        self._next = np.zeros(worlds, dtype=np.int64)
        self._left = np.zeros(worlds, dtype=np.int64)
        self._queue: Int[np.ndarray, "worlds packages"] = np.zeros((worlds, 1), dtype=np.int64)
        self._queued_for: Bool[np.ndarray, "worlds packages"] | None = None
        seat.history.keep()

    def accepts(self, rows: Rows, offers: Rows) -> Bool[np.ndarray, "rows"]:
        """Accept what is worth at least what one would offer next."""
        meets: np.ndarray = self.seat.utilities[rows, offers] >= self.demands(rows)
        return meets

    def offers(self, rows: Rows) -> Rows:
        """Offer the next package if ready, otherwise repeat one."""
        ready, packages = self._upcoming(rows)
        new, old = rows[ready], rows[~ready]
        self.last_new[new] = self.seat.utilities[new, packages[ready]]
        self._next[new] += 1
        self._left[new] -= 1
        if old.size:
            packages[~ready] = self._repeated(old)
        return packages

    def demands(self, rows: Rows) -> Float[np.ndarray, "rows"]:
        """Return the utility of the next package if ready, otherwise of the last new one."""
        ready, upcoming = self._upcoming(rows)
        return np.where(ready, self.seat.utilities[rows, upcoming], self.last_new[rows])

    def why_not(self, world: int, offer: int) -> str:
        """Compare what the offer is worth with the package it would rather offer."""
        asked = self.demands(np.array([world]))[0]
        return f"it is worth {self.seat.utilities[world, offer]:.3f} to it, and it still asks for {asked:.3f}"

    def _upcoming(self, rows: Rows) -> tuple[Bool[np.ndarray, "rows"], Rows]:
        """Say where the party is ready, and which package comes next there."""
        if self._queued_for is not self.seat.acceptable:
            self._line_up()
        history, party = self.seat.history, self.seat.party
        ready = (self._left[rows] > 0) & (history.sent[rows, party] <= history.heard[rows, party])
        upcoming = self._queue[rows, np.where(ready, self._next[rows], 0)]
        return ready, upcoming

    def _line_up(self) -> None:
        """Queue the acceptable packages not offered yet: the reverse of a stable ascending sort."""
        everywhere = np.arange(len(self._next))
        waiting = self.seat.acceptable & ~self.seat.history.sent_by(self.seat.party, everywhere)
        worth = np.where(waiting, self.seat.utilities, -np.inf)
        self._queue = np.argsort(worth, axis=1, kind="stable")[:, ::-1]
        self._left = waiting.sum(axis=1)
        self._next = np.zeros_like(self._next)
        self._queued_for = self.seat.acceptable

    def _repeated(self, rows: Rows) -> Rows:
        """Pick one of the acceptable packages offered before, the first where there is none."""
        among = self.seat.history.sent_by(self.seat.party, rows) & self.seat.acceptable[rows]
        if self.repeats_considerately:
            most = int(self.seat.stated_by_others.max(initial=0))
            return np.where(among, self.seat.stated_by_others, most + 1).argmin(axis=1)
        which = (self.seat.chance(rows) * among.sum(axis=1)).astype(np.int64)
        return (among.cumsum(axis=1) > which[:, None]).argmax(axis=1)
