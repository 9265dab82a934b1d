"""The whole grid of packages, block by block, so that memory stays bounded whatever its size."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, reduce

import numpy as np
from jaxtyping import Bool, UInt64

from sim.axes import PatternTable
from sim.compatibility import bits, tables
from sim.scenario import Scenario

MOST_PACKAGES, MOST_ISSUES = 2**24, 60
"""What a grid may have, for every package to be looked at: NumPy knows 64 axes."""
BLOCK = 2**16
"""How many packages a block may have: its words stay in a processor's cache."""


@dataclass(frozen=True)
class Grid:
    """Everything stated about packages, as small tables.

    Parameters
    ----------
    shape
        Number of options of each issue.
    rules
        Combinations that each rule leaves out.
    crossed, party
        For each red line, the combinations that cross it, and the place of the party that states it.
    asked
        For each party, the combinations that need its consent, as tables to be joined.
    """

    shape: tuple[int, ...]
    rules: tuple[PatternTable, ...]
    crossed: tuple[PatternTable, ...]
    party: tuple[int, ...]
    asked: tuple[tuple[PatternTable, ...], ...]

    @property
    def size(self) -> int:
        """Number of packages, those that a rule leaves out included."""
        return math.prod(self.shape)

    def blocks(self) -> Iterator[Block]:
        """Cut the grid into blocks, in index order: the first issues are fixed, one or more last ones run."""
        fixed = len(self.shape) - 1
        while fixed and math.prod(self.shape[fixed - 1 :]) <= BLOCK:
            fixed -= 1
        for number, leading in enumerate(np.ndindex(*self.shape[:fixed])):
            yield Block(self, leading, number * math.prod(self.shape[fixed:]))


@dataclass(frozen=True)
class Block:
    """Packages that share their options on the first issues; `first` is the index of the first of them."""

    grid: Grid
    leading: tuple[int, ...]
    first: int

    @property
    def shape(self) -> tuple[int, ...]:
        """Number of options of the issues that run."""
        return self.grid.shape[len(self.leading) :]

    @cached_property
    def possible(self) -> Bool[np.ndarray, "packages"]:
        """Packages that no rule leaves out."""
        possible = np.ones(self.shape, dtype=bool)
        for rule in self.grid.rules:
            possible &= ~self._part(rule)
        return possible.reshape(-1)

    @cached_property
    def crossing(self) -> UInt64[np.ndarray, "packages words"]:
        """The lines that each package crosses."""
        return self._words(self._part(crossed) for crossed in self.grid.crossed)

    @cached_property
    def blocking(self) -> UInt64[np.ndarray, "packages words"]:
        """The lines that each package crosses of parties whose consent it needs."""
        lines = zip(self.grid.crossed, self.grid.party, strict=True)
        return self._words(self._part(crossed) & self._needed[party] for crossed, party in lines)

    @cached_property
    def consent(self) -> Bool[np.ndarray, "parties packages"]:
        """The parties whose consent each package needs."""
        return np.array([np.broadcast_to(needed, self.shape).reshape(-1) for needed in self._needed])

    @cached_property
    def _needed(self) -> list[PatternTable]:
        """For each party, the combinations of this block that need its consent."""
        return [reduce(np.logical_or, map(self._part, asked)) for asked in self.grid.asked]

    def _words(self, lines: Iterable[PatternTable]) -> UInt64[np.ndarray, "packages words"]:
        words = np.zeros((bits.words_for(len(self.grid.crossed)), *self.shape), dtype=np.uint64)
        for place, line in enumerate(lines):
            word, bit = divmod(place, bits.WORD)
            words[word] |= line * np.uint64(1 << bit)
        return words.reshape(len(words), -1).T

    def _part(self, table: PatternTable) -> PatternTable:
        """Return the part of a table that belongs to this block."""
        return table[tuple(place if table.shape[axis] > 1 else 0 for axis, place in enumerate(self.leading))]


def fits(scenario: Scenario) -> bool:
    """Say whether all packages of a scenario can be looked at."""
    return scenario.space.size <= MOST_PACKAGES and len(scenario.issues) <= MOST_ISSUES


def grid(scenario: Scenario) -> Grid:
    """Turn rules, red lines and consent rules into small tables.

    Examples
    --------
    >>> import sim
    >>> august = grid(sim.load("2025-08-21"))
    >>> august.size, sum(int(block.possible.sum()) for block in august.blocks())
    (324, 288)
    """
    space, parties = scenario.space, list(scenario.parties)
    return Grid(
        shape=space.shape,
        rules=tuple(space.table(rule.forbid) for rule in scenario.rules),
        crossed=tuple(tables.crossed(space, line) for _, line in scenario.red_lines.values()),
        party=tuple(parties.index(party) for party, _ in scenario.red_lines.values()),
        asked=tuple(tables.asked(space, party.consent) for party in scenario.parties.values()),
    )
