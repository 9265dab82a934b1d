"""What everybody knows, as arrays: the packages, the lines they cross, and whose consent they need."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool, UInt64

from sim.axes import PackageMask, PackageWords
from sim.compatibility import bits
from sim.compatibility.grid import grid
from sim.errors import InputError, Problem
from sim.scenario import Scenario

MOST_PACKAGES = 2**24
"""How many packages arrays may hold."""


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
    """

    parties: tuple[str, ...]
    lines: tuple[str, ...]
    possible: PackageMask
    crossing: PackageWords
    blocking: PackageWords
    line_party: np.ndarray
    consent: Bool[np.ndarray, "parties packages"]

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
    if scenario.space.size > MOST_PACKAGES:
        found = f"{scenario.space.size:,} packages, expected at most {MOST_PACKAGES:,} to negotiate over"
        raise InputError([Problem(found, path="issues")])
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
    )
