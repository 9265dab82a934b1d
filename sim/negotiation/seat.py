"""What one party may see, and nothing else: its own mind, what is public, and the time."""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool, Float, Int, UInt64

from sim.axes import PackageMask, PackageWords
from sim.compatibility import Positions
from sim.negotiation.history import History
from sim.negotiation.table import Rows
from sim.worlds import Worlds

GOLDEN = (5**0.5 - 1) / 2  # its multiples, modulo 1, fill [0, 1) evenly [Weyl1916]_


class Seat:
    """One party's view of a batch of negotiations, brought up to date every round.

    A strategy is given its seat alone. The others' utilities, reservation values and which of their
    lines are held are not here; which lines they *state* is.

    Parameters
    ----------
    party
        The party's place in the scenario.
    positions, worlds
        The public side, and everything drawn; a seat keeps its own party's part only.
    rounds
        How many rounds there are at most.
    history
        Which packages each party has put on the table.

    Attributes
    ----------
    utilities
        Own utility of each package.
    reservation_values
        What no deal is worth to the party in this round.
    acceptable
        Packages that cross no line the party holds in this round and are worth its reservation value.
    lowest, highest
        Range of its utility over packages that cross no line it holds in this round
        (infinite, and the wrong way round, where there are none).
    stated_by_others
        How many red lines of the other parties at the table each package crosses.
    round, time
        The round, counted from 1, and relative time: round / (rounds + 1).
    """

    def __init__(
        self, party: int, positions: Positions, worlds: Worlds, rounds: int, history: History
    ) -> None:
        self.party = party
        self.rounds = rounds
        self.history = history
        self.utilities: Float[np.ndarray, "worlds packages"] = worlds.utilities[:, party]
        self._luck: Float[np.ndarray, "worlds"] = worlds.luck[:, party]
        self.stated_by_others: Int[np.ndarray, "packages"] = (
            positions.stated_by.sum(axis=0) - positions.stated_by[party]
        )
        self._negotiable: PackageMask = positions.negotiable
        self._crossing: PackageWords = positions.crossing
        self._own_lines: UInt64[np.ndarray, "words"] = positions.lines_of(party)
        self._held_before: UInt64[np.ndarray, "worlds words"] | None = None

    def begin_round(self, round_: int, worlds: Worlds) -> None:
        """Bring what the party sees up to date; work is done only for what has changed."""
        self.round = round_
        self.time = round_ / (self.rounds + 1)
        held = worlds.held_at(round_) & self._own_lines
        lines_changed = self._held_before is None or not np.array_equal(held, self._held_before)
        if lines_changed:
            self._held_before = held
            self._signable = self._negotiable & ~_crosses(self._crossing, held)
            self.lowest = np.where(self._signable, self.utilities, np.inf).min(axis=1)
            self.highest = np.where(self._signable, self.utilities, -np.inf).max(axis=1)
        if lines_changed or worlds.drifts[:, self.party].any():
            self.reservation_values = worlds.reservation_values_at(round_)[:, self.party]
            self.acceptable = self._signable & (self.utilities >= self.reservation_values[:, None])

    def chance(self, rows: Rows) -> Float[np.ndarray, "rows"]:
        """Return a number in [0, 1) for this round: drawn with the world, and another one every round."""
        return (self._luck[rows] + self.round * GOLDEN) % 1

    def held_lines(self, world: int) -> UInt64[np.ndarray, "words"]:
        """Return the bits of the lines the party holds in this round."""
        held: np.ndarray = self._held_before[world] if self._held_before is not None else self._own_lines
        return held


def _crosses(
    crossing: PackageWords, held: UInt64[np.ndarray, "worlds words"]
) -> Bool[np.ndarray, "worlds packages"]:
    """Mark the packages that cross a held line; worlds that hold the same lines share the work."""
    kinds, kind = np.unique(held, axis=0, return_inverse=True)
    crossed = (crossing[None, :, :] & kinds[:, None, :]).any(axis=2)
    return crossed[kind.reshape(-1)]
