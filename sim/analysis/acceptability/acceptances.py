"""Who accepts which packages, alone, in coalitions and all together, counted over worlds."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pandas as pd
from jaxtyping import Bool, Int

from sim.analysis.acceptability._kernels import count_acceptances
from sim.analysis.intervals import with_shares
from sim.analysis.last_round import LastRound
from sim.axes import PackageMask
from sim.compatibility import Positions
from sim.scenario import Scenario, describe

MOST_SEATS = 8
"""Coalitions of more parties at the table are not counted: each party more doubles their number."""

JOINED = " + "
"""What stands between the parties of a coalition."""


class Acceptances:
    """Counts so far, over all worlds that were added.

    Attributes
    ----------
    accepted
        In how many worlds each party accepts each package.
    patterns
        In how many worlds exactly these parties at the table, one bit each, accept each package.
    together
        In how many worlds two packages are both in the ZOPA; with itself, a package is.
    """

    def __init__(self, case: Scenario, public: Positions) -> None:
        self.worlds = 0
        self._case, self._public = case, public
        self._own = np.stack([public.crossing & public.lines_of(p) for p in range(len(public.parties))])
        self._seats = self._numbered()
        packages = len(public.possible)
        self.accepted = np.zeros((len(public.parties), packages), dtype=np.int64)
        self.patterns = np.zeros((packages, 2 ** (self._seats.max() + 1)), dtype=np.int32)
        self.together = np.zeros((packages, packages), dtype=np.int32)

    @property
    def counts_coalitions(self) -> bool:
        """Whether there are few enough parties at the table."""
        return len(self._case.at_the_table) <= MOST_SEATS

    @property
    def negotiable(self) -> PackageMask:
        """Packages that somebody could sign."""
        return self._public.negotiable

    def add(self, part: LastRound) -> Bool[np.ndarray, "worlds packages"]:
        """Count a batch of worlds, and return the ZOPA of each."""
        public = self._public
        zopa = np.zeros((len(part), len(public.possible)), dtype=bool)
        count_acceptances(
            part.utilities, part.reservation_values, part.held, self._own, public.consent_bits,
            public.negotiable, self._seats, self.accepted, self.patterns, zopa,
        )  # fmt: skip
        members = zopa.astype(np.float32)  # exact up to 2^24 worlds in a batch
        self.together += (members.T @ members).astype(np.int32)
        self.worlds += len(part)
        return zopa

    def packages(self) -> pd.DataFrame:
        """Tabulate each possible package: accepted by all whose consent it needs, and by each party."""
        table = self.of_all(np.flatnonzero(self._public.possible))
        for party, counts in zip(self._case.parties, self.accepted, strict=True):
            shares = with_shares(counts[table["package"]].astype(float), self.worlds)
            for name in ("share", "low", "high"):
                table[f"{name}_{party}"] = shares[name]
        return table

    def of_all(self, packages: Int[np.ndarray, "rows"]) -> pd.DataFrame:
        """Tabulate in how many worlds some packages are accepted by all whose consent they need."""
        consent = self._public.consent[:, packages].T
        parties = np.array(self._public.parties)
        table = pd.DataFrame(
            {
                "package": packages,
                "label": [describe(self._case, int(package)) for package in packages],
                "consent": [JOINED.join(parties[asked]) for asked in consent],
            }
        )
        return table.assign(**with_shares(self.together[packages, packages].astype(float), self.worlds))

    def coalitions(self) -> pd.DataFrame:
        """Tabulate in how many worlds all members of a coalition accept a package."""
        packages = np.flatnonzero(self._public.possible)
        parties = self._case.at_the_table if self.counts_coalitions else ()
        counts = _with_more(self.patterns[packages])
        tables = [
            pd.DataFrame(
                {
                    "coalition": JOINED.join(parties[seat] for seat in members),
                    "size": len(members),
                    "package": packages,
                    **with_shares(counts[:, sum(1 << seat for seat in members)].astype(float), self.worlds),
                }
            )
            for size in range(2, len(parties) + 1)
            for members in combinations(range(len(parties)), size)
        ]
        return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame(columns=COLUMNS)

    def _numbered(self) -> Int[np.ndarray, "parties"]:
        """Return the number of each party at the table, if there are not too many; -1 for the others."""
        seats = np.full(len(self._case.parties), -1)
        if self.counts_coalitions:
            at_table = [party in self._case.at_the_table for party in self._case.parties]
            seats[at_table] = np.arange(sum(at_table))
        return seats


COLUMNS = ["coalition", "size", "package", "count", "share", "low", "high"]


def _with_more(patterns: Int[np.ndarray, "packages patterns"]) -> Int[np.ndarray, "packages patterns"]:
    """Count for each set of parties the worlds in which they, and whoever else, accept."""
    counts = patterns.copy()
    for bit in range(int(patterns.shape[1]).bit_length() - 1):
        halves = counts.reshape(len(counts), -1, 2, 1 << bit)
        halves[:, :, 0] += halves[:, :, 1]
    return counts
