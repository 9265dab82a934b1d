"""What one party may see, and nothing else: its own mind, what is public, and the time."""

from __future__ import annotations

from copy import copy
from functools import cached_property

import numpy as np
from jaxtyping import Bool, Float, Int, UInt64

from sim.axes import HeldWords, PackageMask
from sim.compatibility import Positions, bits
from sim.negotiation import kernels
from sim.negotiation.chance import chance
from sim.negotiation.table import NOWHERE, Rows
from sim.worlds import Worlds

Mind = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]
"""What kernels ask of a party: utilities (worlds, packages); the packages it can sign with each kind of held
lines (kinds, packages), and which kind that is (worlds); reservation values (worlds)."""


class Seat:
    """One party's view of a batch of negotiations, brought up to date every round.

    A strategy is given its seat alone. The others' utilities, reservation values and which of their
    lines are held are not here; which lines they *state* is. What the others say at the table reaches
    it through `Strategy.hears`.

    Parameters
    ----------
    party
        The party's place in the scenario.
    positions, worlds
        The public side, and everything drawn; a seat keeps its own party's part only.
    rounds
        How many rounds there are at most.
    among
        The packages that the protocol lets this party consider; all that are negotiable if not given.

    Attributes
    ----------
    utilities
        Own utility of each package.
    reservation_values
        What no deal is worth to the party in this round.
    lowest, highest
        Range of its utility over packages that cross no line it holds in this round
        (infinite, and the wrong way round, where there are none).
    changed
        Worlds in which it holds other lines than in the round before; all of them in the first round.
    stated_by_others
        How many red lines of the other parties at the table each package crosses.
    options
        The place of its option on each issue, for every package.
    mind
        Utilities, what it can sign, and reservation values, as kernels take them.
    round, rounds, time
        The round, counted from 1, how many there are, and relative time: round / (rounds + 1).

    Before the first round `round` is 0, and there are no `time`, `mind` and `acceptable`. Arrays are there to
    be read.
    """

    def __init__(
        self, party: int, positions: Positions, worlds: Worlds, rounds: int, among: PackageMask | None = None
    ) -> None:
        self.party = party
        self.parties = len(positions.parties)
        self.round, self.rounds = 0, rounds
        own = np.ascontiguousarray(worlds.utilities[:, party])
        self.utilities: Float[np.ndarray, "worlds packages"] = _to_read(own)
        self.reservation_values: Float[np.ndarray, "worlds"] = _to_read(
            worlds.reservation_values[:, party].copy()
        )
        self.lowest: Float[np.ndarray, "worlds"] = _to_read(np.full(len(worlds), np.inf))
        self.highest: Float[np.ndarray, "worlds"] = _to_read(np.full(len(worlds), -np.inf))
        self.changed: Rows = np.arange(len(worlds))
        self.stated_by_others: Int[np.ndarray, "packages"] = (
            positions.stated_by_all - positions.stated_by[party]
        )
        self._no_deal = self.reservation_values.copy()
        self._drift: Float[np.ndarray, "worlds"] = worlds.drifts[:, party].copy()
        self._drifts = bool(self._drift.any())
        self._luck: Float[np.ndarray, "worlds"] = worlds.luck[:, party]
        self._among: PackageMask = positions.negotiable if among is None else among
        self._own_crossing = positions.crossing & positions.lines_of(party)
        self._own_lines: UInt64[np.ndarray, "words"] = positions.lines_of(party)
        self._held: UInt64[np.ndarray, "worlds words"] | None = None
        self.options: Int[np.ndarray, "packages issues"] = positions.options

    def detach(self) -> None:
        """Keep an own copy of what is the party's own: an array may show what it is a part of."""
        self.utilities = _to_read(self.utilities.copy())

    def begin_round(self, round_: int, held: HeldWords | None) -> None:
        """Bring what the party sees up to date.

        `held` are the lines that all parties hold in this round, of which it looks at its own;
        None says that they are those of the round before.
        """
        self.round = round_
        self.time = round_ / (self.rounds + 1)
        if self._drifts:
            self.reservation_values = _to_read(self._no_deal + self._drift * (round_ - 1))
            self.__dict__.pop("acceptable", None)
        self.changed = self._changes(held)
        if self._drifts or self.changed.size:
            self.mind: Mind = self.utilities, self._signable, self._kind, self.reservation_values
        if self.changed.size:
            self._find_range()
        if round_ == 1:
            self._first = copy(self)

    def again(self, rounds: int) -> Seat:
        """Return the seat as it was in the first round, for another negotiation of the same worlds."""
        seat = copy(self._first)
        seat.rounds, seat.time = rounds, seat.round / (rounds + 1)
        return seat

    def can_accept(self, rows: Rows, packages: Rows) -> Bool[np.ndarray, "rows"]:
        """Say in which worlds the party can accept a package in this round; -1 is no package."""
        if packages.size and packages.max() >= self.utilities.shape[1]:
            raise IndexError(f"package {packages.max()} of {self.utilities.shape[1]}")
        answers: np.ndarray = kernels.acceptable_at(*self.mind, rows, packages)
        return answers

    def standing(self, rows: Rows, packages: Rows | None = None) -> np.ndarray:
        """Return how packages stand with the party: their utility, less one for each held line they cross.

        So a package that crosses fewer of its lines stands higher, whatever it is worth.

        Parameters
        ----------
        rows
            Places of worlds.
        packages
            One for each world; all packages if not given: then (rows, packages) comes back.
        """
        held = self._held[rows] if self._held is not None else self._own_lines
        if packages is None:
            return self.utilities[rows] - bits.count(self._own_crossing & held[:, None, :])
        return self.utilities[rows, packages] - bits.count(self._own_crossing[packages] & held)

    @cached_property
    def acceptable(self) -> Bool[np.ndarray, "worlds packages"]:
        """Packages that it may consider, that cross no line it holds and are worth its reservation value."""
        return _to_read(self._signable[self._kind] & (self.utilities >= self.reservation_values[:, None]))

    @cached_property
    def levels(self) -> Int[np.ndarray, "packages"]:
        """The number of lines the others state that each package crosses, as ranks from 0."""
        return np.unique(self.stated_by_others, return_inverse=True)[1].reshape(-1)

    def no_deal_at(self, rows: Rows, rounds: Int[np.ndarray, "rounds"]) -> Float[np.ndarray, "rows #rounds"]:
        """Return what no deal will be worth to the party in some rounds; one column if it does not drift."""
        if not self._drifts:
            return self._no_deal[rows, None]
        return self._no_deal[rows, None] + self._drift[rows, None] * (rounds - 1)

    def is_signable(self, world: int, package: int) -> bool:
        """Tell whether the party may consider a package and holds no line that it crosses, in one world."""
        return bool(self._signable[self._kind[world], package])

    def chance(self, rows: Rows) -> Float[np.ndarray, "rows"]:
        """Return a number in [0, 1) for this round: drawn with the world, and another one every round."""
        return chance(self._luck[rows], self.round)

    def held_lines(self, world: int) -> UInt64[np.ndarray, "words"]:
        """Return the bits of the lines the party holds in this round."""
        held: np.ndarray = self._held[world] if self._held is not None else self._own_lines
        return held

    def _find_range(self) -> None:
        """Find the range of utility where it has changed; the arrays of before are left as they were."""
        utilities, signable, kind, _ = self.mind
        lowest, highest = self.lowest.copy(), self.highest.copy()
        kernels.ranges(utilities, signable, kind, self.changed, lowest, highest)
        self.lowest, self.highest = _to_read(lowest), _to_read(highest)

    def _changes(self, held: HeldWords | None) -> Rows:
        """Note which lines are held now; return the worlds in which they differ from before."""
        if held is None:
            return NOWHERE
        own = held & self._own_lines
        before, self._held = self._held, own
        changed = np.arange(len(own)) if before is None else np.flatnonzero((own != before).any(axis=1))
        if changed.size:
            alike = bool((own == own[0]).all())
            kinds, kind = (own[:1], np.zeros(len(own), np.int64)) if alike else _kinds(own)
            self._kind: Int[np.ndarray, "worlds"] = kind
            crossed = (self._own_crossing[None, :, :] & kinds[:, None, :]).any(axis=2)
            self._signable: Bool[np.ndarray, "kinds packages"] = self._among & ~crossed
            self.__dict__.pop("acceptable", None)
        return changed


def _kinds(
    held: HeldWords,
) -> tuple[UInt64[np.ndarray, "kinds words"], Int[np.ndarray, "worlds"]]:
    """Return the different sets of lines that are held, and which of them it is in each world."""
    if held.shape[1] == 1:  # whole rows take twenty times as long to sort
        kinds, kind = np.unique(held[:, 0], return_inverse=True)
        return kinds[:, None], kind
    kinds, kind = np.unique(held, axis=0, return_inverse=True)
    return kinds, kind.reshape(-1)


def _to_read(array: np.ndarray) -> np.ndarray:
    """Return a view that cannot be written to."""
    view = array.view()
    view.flags.writeable = False
    return view
