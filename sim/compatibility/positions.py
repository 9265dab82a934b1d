"""What everybody knows, as arrays: the packages, the lines they cross, and whose consent they need."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from jaxtyping import Bool, Int, UInt64

from sim.axes import PackageMask, PackageWords
from sim.compatibility import bits
from sim.compatibility.grid import MOST_ISSUES, MOST_PACKAGES, fits, grid
from sim.errors import InputError, Problem
from sim.scenario import Scenario


@dataclass(frozen=True)
class Positions:
    """The public side of a scenario as arrays, one entry for each package in index order.

    Parameters
    ----------
    parties, lines
        Ids, in the order of the scenario; a line's place is its bit.
    possible
        Packages that no rule leaves out.
    crossing
        The stated red lines that each package crosses, whoever states them.
    blocking
        Those of them whose party's consent the package needs; the others are objections: they are
        shown, and stop nothing.
    line_party
        For each line, the place of the party that states it.
    consent
        True where a package needs a party's signature.
    shape
        Number of options of each issue.
    """

    parties: tuple[str, ...]
    lines: tuple[str, ...]
    possible: PackageMask
    crossing: PackageWords
    blocking: PackageWords
    line_party: np.ndarray
    consent: Bool[np.ndarray, "parties packages"]
    shape: tuple[int, ...]

    @cached_property
    def options(self) -> Int[np.ndarray, "packages issues"]:
        """The place of its option on each issue, for every package."""
        return np.stack(np.unravel_index(np.arange(len(self.possible)), self.shape), axis=1)

    @cached_property
    def negotiable(self) -> PackageMask:
        """Possible packages that need somebody's consent: those that ask nobody settle nothing."""
        return self.possible & self.consent.any(axis=0)

    @cached_property
    def stated_by(self) -> Int[np.ndarray, "parties packages"]:
        """How many lines of each party each package crosses; 0 for parties that are not at the table."""
        rows = [bits.count(self.crossing & self.lines_of(party)) for party in range(len(self.parties))]
        return np.array(rows) * self.consent.any(axis=1)[:, None]

    @cached_property
    def consent_bits(self) -> UInt64[np.ndarray, "packages"]:
        """Whose consent each package needs, one bit for each of at most 64 parties."""
        return bits.pack(self.consent.T)[:, 0]

    @cached_property
    def stated_by_all(self) -> Int[np.ndarray, "packages"]:
        """How many lines of the parties at the table each package crosses."""
        return self.stated_by.sum(axis=0)

    def lines_of(self, party: int) -> UInt64[np.ndarray, "words"]:
        """Return the bits of the lines that a party states."""
        return bits.pack(self.line_party == party)


def positions(scenario: Scenario) -> Positions:
    """Turn the public side of a scenario into arrays over all its packages.

    Raises
    ------
    InputError
        If there are too many of them.

    Examples
    --------
    >>> import sim
    >>> public = positions(sim.load("2025-08-21"))
    >>> public.crossing.shape, public.consent.shape
    ((324, 1), (6, 324))
    """
    if not fits(scenario):
        size, issues = scenario.space.size, len(scenario.issues)
        found = f"{size:,} packages of {issues} issues are too many to negotiate over"
        limit = f"expected at most {MOST_PACKAGES:,} of {MOST_ISSUES}"
        raise InputError([Problem(f"{found}, {limit}", path="issues")])
    blocks = list(grid(scenario).blocks())
    parties = tuple(scenario.parties)
    return Positions(
        parties=parties,
        lines=tuple(scenario.red_lines),
        possible=np.concatenate([block.possible for block in blocks]),
        crossing=np.concatenate([block.crossing for block in blocks]),
        blocking=np.concatenate([block.blocking for block in blocks]),
        line_party=np.array(
            [parties.index(party) for party, _ in scenario.red_lines.values()], dtype=np.int64
        ),
        consent=np.concatenate([block.consent for block in blocks], axis=1),
        shape=scenario.space.shape,
    )
