"""Which packages each party has put on the table: public, and kept only if some strategy asks for it."""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool, Int, UInt64

from sim.negotiation.table import Rows


class History:
    """Who has offered what so far, in every world.

    Nothing is kept before the first call of `keep`: strategies that look back call it when they sit down.

    Parameters
    ----------
    worlds, parties, packages
        How many there are; at most 64 parties.

    Attributes
    ----------
    sent
        How many different packages each party has offered.
    heard
        How many different packages each party has heard from the others.
    """

    def __init__(self, worlds: int, parties: int, packages: int) -> None:
        self._shape = (worlds, packages)
        self._by: UInt64[np.ndarray, "worlds packages"] | None = None
        self.sent: Int[np.ndarray, "worlds parties"] = np.zeros((worlds, parties), dtype=np.int64)
        self.heard: Int[np.ndarray, "worlds parties"] = np.zeros((worlds, parties), dtype=np.int64)

    def keep(self) -> None:
        """Start keeping; has to be called before the first offer."""
        if self._by is None:
            self._by = np.zeros(self._shape, dtype=np.uint64)

    def note(self, rows: Rows, party: int, packages: Rows) -> None:
        """Note an offer of one party in some worlds."""
        if self._by is None:
            return
        before = self._by[rows, packages]
        own = np.uint64(1 << party)
        self.sent[rows, party] += (before & own) == 0
        for other in range(self.heard.shape[1]):
            if other != party:
                self.heard[rows, other] += (before & ~np.uint64(1 << other)) == 0
        self._by[rows, packages] = before | own

    def sent_by(self, party: int, rows: Rows) -> Bool[np.ndarray, "rows packages"]:
        """Mark the packages that a party has offered, in some worlds."""
        if self._by is None:
            raise RuntimeError("the history was not kept: call keep() when sitting down")
        sent: np.ndarray = (self._by[rows] & np.uint64(1 << party)) != 0
        return sent
