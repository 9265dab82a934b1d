"""The table everybody sees: the offer on it, who has accepted it, and how each world has ended."""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool, Int

from sim.negotiation.endings import Ending

NONE = -1

Rows = Int[np.ndarray, "rows"]
"""Places of worlds in the batch."""


class Table:
    """The public state of a batch of negotiations.

    Parameters
    ----------
    worlds
        How many worlds are played.
    consent
        True where a package needs a party's signature.

    Attributes
    ----------
    offer, offered_by
        The package on the table in each world and the party that put it there, -1 for none.
    accepted
        Who has accepted that offer since it was made; the proposer counts.
    ending, package, round
        How a world ended, -1 while it goes on; what was agreed, -1 for nothing; in which round.
    """

    def __init__(self, worlds: int, consent: Bool[np.ndarray, "parties packages"]) -> None:
        self.consent = np.ascontiguousarray(consent.T)
        self.offer = np.full(worlds, NONE)
        self.offered_by = np.full(worlds, NONE)
        self.accepted = np.zeros((worlds, len(consent)), dtype=bool)
        self.ending = np.full(worlds, NONE)
        self.package = np.full(worlds, NONE)
        self.round = np.zeros(worlds, dtype=np.int64)

    @property
    def going_on(self) -> Bool[np.ndarray, "worlds"]:
        """Worlds in which the negotiation has not ended."""
        going_on: np.ndarray = self.ending == NONE
        return going_on

    def put(self, rows: Rows, party: int, packages: Rows, round_: int) -> None:
        """Replace the offer; it starts with its proposer's acceptance."""
        self.offer[rows] = packages
        self.offered_by[rows] = party
        self.accepted[rows] = False
        self.accept(rows, party, round_)

    def accept(self, rows: Rows, party: int, round_: int) -> None:
        """Add a party's acceptance; with the last one that the package needs, it is agreed."""
        self.accepted[rows, party] = True
        missing = self.consent[self.offer[rows]] & ~self.accepted[rows]
        agreed = rows[~missing.any(axis=1)]
        self.package[agreed] = self.offer[agreed]
        self.end(agreed, Ending.AGREED, round_)

    def end(self, rows: Rows, ending: Ending, round_: int) -> None:
        """End the negotiation in some worlds."""
        self.ending[rows] = ending
        self.round[rows] = round_
