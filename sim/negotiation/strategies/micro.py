"""MiCRO: concede one package at a time, and only as far as the others do [DeJonge2022]_."""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool, Float, Int

from sim.negotiation import kernels
from sim.negotiation.seat import Seat
from sim.negotiation.strategies.choosing import Choosing
from sim.negotiation.strategies.strategy import Demanding
from sim.negotiation.table import ACCEPTS, NONE, Rows, Table
from sim.scenario.noun import Noun

AT_ONCE = 64
"""How many worlds are sorted at once: few enough to stay in a processor's cache."""

REPEATS = -3
"""What it replies, to itself, where it is not ready: one of the packages it has offered."""


class MicroSettings(Noun):
    """There are none: MiCRO has nothing to tune."""


class Micro(Demanding):
    """Goes down its acceptable packages from the best, a step at a time, and only as far as the others.

    It is *ready* if the number of different packages it has offered is at most the number of different
    packages it has heard from all others, and one is left that it has not offered. Then it accepts what
    is worth at least the next one, and offers that. Otherwise it accepts what is worth at least the last
    one it was first to offer, and repeats one of those it has offered: of the lowest of the choosing's
    levels, one drawn for the round.
    """

    minds_limits = True

    def __init__(self, seat: Seat, choosing: Choosing) -> None:
        super().__init__(seat, choosing)
        shape = seat.utilities.shape
        self.last_new = np.full(shape[0], -np.inf)
        self._sent: Bool[np.ndarray, "worlds packages"] = np.zeros(shape, dtype=bool)
        self._heard: Bool[np.ndarray, "worlds packages"] = np.zeros(shape, dtype=bool)
        self._ahead: Int[np.ndarray, "worlds"] = np.zeros(shape[0], dtype=np.int64)  # sent less heard
        self._queue: Int[np.ndarray, "worlds packages"] = np.zeros(shape, dtype=np.int32)
        self._end: Int[np.ndarray, "worlds"] = np.zeros(shape[0], dtype=np.int64)
        self._next: Int[np.ndarray, "worlds"] = np.zeros(shape[0], dtype=np.int64)

    def begin_round(self, rows: Rows) -> None:
        """Line up the packages not offered yet, where other packages can be signed than before."""
        if self.seat.round == 1:
            if self.prepared is None:
                self._line_up(rows)
                self.prepared = self._queue, self._end
            self._queue, self._end = self.prepared
        elif self.seat.changed.size:
            if self._queue is self.prepared[0]:
                self._queue, self._end = self._queue.copy(), self._end.copy()
            self._line_up(np.intersect1d(rows, self.seat.changed, assume_unique=True))

    def hears(self, rows: Rows, party: int, packages: Rows) -> None:  # noqa: ARG002  (whoever speaks)
        """Count the different packages that the others offer."""
        kernels.count_new(rows, packages, self._heard, self._ahead)

    def replies(self, rows: Rows, table: Table) -> Rows:
        """Accept, go a step down the queue, or repeat an offer."""
        return self._stepped(rows, table.facing(rows, self.seat.party))

    def _stepped(self, rows: Rows, facing: Rows) -> Rows:
        replies: np.ndarray = kernels.step_down(
            *self.seat.mind,
            rows,
            facing,
            self._queue,
            self._next,
            self._end,
            self._ahead,
            self._sent,
            self.last_new,
            (ACCEPTS, REPEATS),
        )
        repeats = np.flatnonzero(replies == REPEATS)
        if repeats.size:
            replies[repeats] = self._repeated(rows[repeats])
        return replies

    def offers(self, rows: Rows) -> Rows:
        """Offer the next package if ready, otherwise repeat one."""
        return self._stepped(rows, np.full(len(rows), NONE))

    def demands(self, rows: Rows) -> Float[np.ndarray, "rows"]:
        """Return the utility of the next package if ready, otherwise of the last new one."""
        seat = self.seat
        left = self._next[rows] < self._end[rows]
        worth = seat.utilities[rows, self._queue[rows, np.where(left, self._next[rows], 0)]]
        ready = left & (self._ahead[rows] <= 0) & (worth >= seat.reservation_values[rows])
        return np.where(ready, worth, self.last_new[rows])

    def _line_up(self, rows: Rows) -> None:
        utilities, signable, kind, _ = self.seat.mind
        for first in range(0, len(rows), AT_ONCE):
            some = rows[first : first + AT_ONCE]
            worth = np.where(signable[kind[some]] & ~self._sent[some], utilities[some], -np.inf)
            ascending = np.argsort(worth, axis=1)  # unstable, and much faster; `best_first` mends the ties
            kernels.best_first(worth, ascending, some, self._queue, self._end)
        self._next[rows] = 0

    def _repeated(self, rows: Rows) -> Rows:
        """Pick one of the acceptable packages offered before; -1 where there is none."""
        repeated: np.ndarray = kernels.one_of_sent(
            *self.seat.mind, rows, self._sent, self.choosing.levels, self.seat.chance(rows)
        )
        return repeated
