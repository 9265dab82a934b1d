"""The table everybody sees: the offer on it, who has accepted it, and how each world has ended."""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool, Int, UInt64

from sim.negotiation import kernels
from sim.negotiation.endings import Ending

NONE = -1
ACCEPTS = -2
"""What a party replies if it offers nothing: it passes (`NONE`), or accepts the offer it faces."""

Rows = Int[np.ndarray, "rows"]
"""Places of worlds in the batch."""

NOWHERE: Rows = np.arange(0)


class Table:
    """The public state of a batch of negotiations.

    Parameters
    ----------
    worlds
        How many worlds are played.
    consent
        Whose consent each package needs, one bit for each party.
    rows
        The worlds that are played, in order; all of them if not given.

    Attributes
    ----------
    offer, offered_by
        The package on the table in each world and the party that put it there, -1 for none.
    accepted
        Who has accepted that offer since it was made, one bit for each party; the proposer counts.
    consent
        Whose consent each package needs, one bit for each party.
    ending, package, round
        How a world ended, -1 while it goes on; what was agreed, -1 for nothing; in which round.
    left_by
        The party that walked out, -1 for nobody.
    going_on
        The worlds that have not ended.
    """

    def __init__(
        self, worlds: int, consent: UInt64[np.ndarray, "packages"], rows: Rows | None = None
    ) -> None:
        self.consent = consent
        self.offer = np.full(worlds, NONE)
        self.offered_by = np.full(worlds, NONE)
        self.accepted = np.zeros(worlds, dtype=np.uint64)
        self.ending = np.full(worlds, NONE)
        self.package = np.full(worlds, NONE)
        self.round = np.zeros(worlds, dtype=np.int64)
        self.left_by = np.full(worlds, NONE)
        self.going_on: Rows = np.arange(worlds) if rows is None else rows
        self._settled = np.empty(worlds, dtype=np.int64)

    def facing(self, rows: Rows, party: int) -> Rows:
        """Return the offer of somebody else that a party faces, -1 where there is none."""
        faced: np.ndarray = kernels.facing(rows, self.offer, self.offered_by, party)
        return faced

    def take(
        self, rows: Rows, party: int, replies: Rows, consent: UInt64[np.ndarray, "packages"]
    ) -> tuple[int, Int[np.ndarray, "settled"]]:
        """Put or accept offers; return how many accept, and where all whose `consent` is needed have.

        A reply is a package to offer, `ACCEPTS` or, to pass, `NONE`. A new offer starts with its
        proposer's acceptance.
        """
        accepts, count = kernels.take_turn(
            rows, replies, party, self.offer, self.offered_by, self.accepted, consent, self._settled
        )
        return accepts, self._settled[:count].copy() if count else NOWHERE

    def put(self, rows: Rows, packages: Rows, by: int = NONE) -> None:
        """Put packages on the table in some worlds; a proposer accepts, nobody (-1) does not."""
        self.offer[rows] = packages
        self.offered_by[rows] = by
        self.accepted[rows] = 0 if by == NONE else _bit(by)

    def sign(self, rows: Rows, party: int) -> None:
        """Add a party's acceptance of what lies on the table in some worlds."""
        self.accepted[rows] |= _bit(party)

    def asks(self, party: int, packages: Rows) -> Bool[np.ndarray, "rows"]:
        """Say which packages need the consent of a party."""
        asks: np.ndarray = (self.consent[packages] & _bit(party)) != 0
        return asks

    def is_settled(self, rows: Rows) -> Bool[np.ndarray, "rows"]:
        """Say where everybody whose consent it needs has accepted what lies on the table."""
        settled: np.ndarray = (self.consent[self.offer[rows]] & ~self.accepted[rows]) == 0
        return settled

    def agree(self, rows: Rows, packages: Rows, round_: int) -> None:
        """End the negotiation in some worlds with an agreement."""
        self.package[rows] = packages
        self.end(rows, Ending.AGREED, round_)

    def leave(self, rows: Rows, party: int, round_: int) -> None:
        """End the negotiation in some worlds because a party walks out."""
        self.left_by[rows] = party
        self.end(rows, Ending.WALKED_OUT, round_)

    def end(self, rows: Rows, ending: Ending, round_: int) -> None:
        """End the negotiation in some worlds."""
        if rows.size:
            self.ending[rows] = ending
            self.round[rows] = round_
            self.going_on = self.going_on[self.ending[self.going_on] == NONE]

    def clear(self, rows: Rows) -> None:
        """Take the offer off the table in some worlds."""
        self.put(rows, np.full(len(rows), NONE))


def _bit(party: int) -> np.uint64:
    return np.uint64(1 << party)
