"""Which packages could be signed in the end, and how close each table came to one of them."""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool

from sim.compatibility import Positions
from sim.negotiation import kernels
from sim.negotiation.table import NONE, Rows, Table
from sim.worlds import Worlds


class Closest:
    """In each world, the offer that came closest to agreement, and how many had accepted it.

    It counts only offers in the ZOPA: acceptable, in the last round, to every party whose consent they
    need, and that one of these besides its proposer has accepted.

    Attributes
    ----------
    package, acceptances
        -1 and 0 where there was no such offer.
    """

    def __init__(self, positions: Positions, worlds: Worlds, rounds: int) -> None:
        self.package = np.full(len(worlds), NONE)
        self.acceptances = np.zeros(len(worlds), dtype=np.int64)
        self._negotiable = positions.negotiable
        self._blocking = positions.blocking
        self._held = worlds.held_at(rounds)
        self._utilities = worlds.utilities
        self._no_deal = worlds.reservation_values_at(rounds)

    def look(self, table: Table, rows: Rows) -> None:
        """Look at what lies on the table in some worlds, once acceptances have been added."""
        kernels.note_closest(
            rows,
            table.offer,
            table.offered_by,
            table.accepted,
            table.consent,
            self._blocking,
            self._held,
            self._utilities,
            self._no_deal,
            self.package,
            self.acceptances,
        )

    def has_zopa(self, table: Table, rows: Rows) -> Bool[np.ndarray, "rows"]:
        """Say in which of some worlds there is a ZOPA."""
        answers: np.ndarray = kernels.any_signable(
            rows,
            self._negotiable,
            table.consent,
            self._blocking,
            self._held,
            self._utilities,
            self._no_deal,
        )
        return answers
