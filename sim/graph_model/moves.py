"""The moves of a conflict: which party can change which package into which, alone [Fang1993]_."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from jaxtyping import Bool, Int

from sim.errors import InputError, Problem


class Arrows(NamedTuple):
    """Arrows of every party from packages to packages, in compressed rows.

    The arrows of a party at a package are `ends[starts[party, package] : starts[party, package + 1]]`, in
    rising order.
    """

    starts: Int[np.ndarray, "parties packages_and_one"]
    ends: Int[np.ndarray, "moves"]


@dataclass(frozen=True, eq=False)
class Moves:
    """What each party can do alone from each package; the same in all worlds.

    Parameters
    ----------
    possible
        Packages that no rule forbids; no move leads from or to another.
    forward
        From each package to those that the party can move to.
    shape
        Number of options of each issue, where moves change options of issues; empty where they were listed.

    Examples
    --------
    >>> moves = Moves.listed([[[1], [0], []], [[2], [], [0]]])
    >>> moves.parties, moves.packages, moves.of(party=1, package=0)
    (2, 3, [2])
    """

    possible: Bool[np.ndarray, "packages"]
    forward: Arrows
    shape: tuple[int, ...] = ()

    @classmethod
    def listed(cls, reachable: Sequence[Sequence[Sequence[int]]]) -> Moves:
        """Take moves from lists: for each party and package, the packages that it can move to.

        Raises
        ------
        InputError
            With every list that names a package that does not exist, or the one it is about, and every
            party that does not have one list for each package.

        Examples
        --------
        >>> Moves.listed([[[1], [2]]])
        Traceback (most recent call last):
        sim.errors.InputError: no package 2 to move to, expected one of 0 to 1 and not 1 itself @ 0.1
        """
        packages = max(map(len, reachable), default=0)
        if problems := _problems(reachable, packages):
            raise InputError(problems)
        rows = [sorted(set(row)) for party in reachable for row in party]
        counts = np.array([len(row) for row in rows], dtype=np.int64).reshape(len(reachable), packages)
        ends = np.array([end for row in rows for end in row], dtype=np.int64)
        return cls(np.ones(packages, dtype=bool), Arrows(row_starts(counts), ends))

    @property
    def parties(self) -> int:
        """Number of parties."""
        return len(self.forward.starts)

    @property
    def packages(self) -> int:
        """Number of packages, those that a rule forbids included."""
        return len(self.possible)

    @cached_property
    def backward(self) -> Arrows:
        """From each package to those from which the party can move to it."""
        rows = np.arange(self.parties * self.packages).reshape(self.parties, -1)
        counts = np.diff(self.forward.starts, axis=1).ravel()
        party, start = np.divmod(np.repeat(rows.ravel(), counts), max(self.packages, 1))
        row = party * self.packages + self.forward.ends
        arriving = np.bincount(row, minlength=rows.size).reshape(rows.shape)
        return Arrows(row_starts(arriving), start[np.argsort(row, kind="stable")])

    def of(self, party: int, package: int) -> list[int]:
        """List the packages that a party can move to from a package, in rising order."""
        starts, ends = self.forward
        targets: list[int] = ends[starts[party, package] : starts[party, package + 1]].tolist()
        return targets


def row_starts(counts: Int[np.ndarray, "parties packages"]) -> Int[np.ndarray, "parties packages_and_one"]:
    """Say where rows of arrows start, from how many they have, and where the last row of each party ends.

    Examples
    --------
    >>> row_starts(np.array([[1, 2], [0, 3]]))
    array([[0, 1, 3],
           [3, 3, 6]])
    """
    ends = np.cumsum(counts).reshape(counts.shape)
    return np.hstack([ends[:, :1] - counts[:, :1], ends])


def _problems(reachable: Sequence[Sequence[Sequence[int]]], packages: int) -> list[Problem]:
    """Find the lists that cannot be moves."""
    uneven = [
        Problem(f"{len(lists)} lists of packages, expected {packages}, one for each package", path=f"{party}")
        for party, lists in enumerate(reachable)
        if len(lists) != packages
    ]
    wrong = [
        Problem(
            f"no package {end} to move to, expected one of 0 to {packages - 1} and not {package} itself",
            path=f"{party}.{package}",
        )
        for party, lists in enumerate(reachable)
        for package, ends in enumerate(lists)
        for end in ends
        if not 0 <= end < packages or end == package
    ]
    return uneven + wrong
