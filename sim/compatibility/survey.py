"""What a walk over all packages finds: how many are compatible, what would have to give, what conflicts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from sim.compatibility import bits
from sim.compatibility.grid import Block, Grid, fits, grid
from sim.compatibility.minimal_sets import Lines, conflicts, minimal_words
from sim.compatibility.tally import Tally, gathered, tally
from sim.scenario import Scenario

MOST = 1000
"""How many packages, concessions or conflicts are listed at most."""
ENOUGH = 4
"""How many times as many concessions are looked for: conflicts follow from all of them only."""


@dataclass(frozen=True)
class Opening:
    """Lines that stop some package together: if all of them gave way, it would be compatible.

    No part of them would do. `opens` counts the packages stopped by these lines or some of them, None
    if they were not counted; `example` is the lowest index of a package stopped by just these lines.
    """

    lines: Lines
    opens: int | None
    example: int


@dataclass(frozen=True)
class Conflict:
    """Lines that no package satisfies together, though any part of them can be.

    `needs_rules` if packages that a rule leaves out would satisfy them.
    """

    lines: Lines
    needs_rules: bool


@dataclass(frozen=True)
class Survey:
    """What there is among the packages of a scenario; lists are cut at `MOST` entries.

    Parameters
    ----------
    possible, compatible, objected
        How many packages no rule leaves out; how many of these cross no line of a party whose consent
        they need; how many of those cross a line of another party. None where they were not counted.
    examples
        Compatible packages, as indices.
    openings
        What would have to give to open a package that is not compatible, smallest first.
    conflicts
        Why no package is compatible; none if some package is.
    best
        The package stopped by the fewest lines, and objected to by the fewest among equals.
    whole
        Whether openings and conflicts are all there.
    kinds
        The different sets of lines that stop packages, with their counts; None where not counted.
    """

    possible: int | None
    compatible: int | None
    objected: int | None
    examples: tuple[int, ...]
    openings: tuple[Opening, ...]
    conflicts: tuple[Conflict, ...]
    best: int
    whole: bool
    kinds: Tally | None


def survey(scenario: Scenario, most: int = MOST) -> Survey:
    """Look at every package, or ask a SAT model where there are too many.

    Examples
    --------
    >>> import sim
    >>> found = survey(sim.load("2025-08-21"))
    >>> found.compatible, found.possible, found.conflicts
    (8, 288, ())
    """
    if not fits(scenario):
        from sim.compatibility.sat_survey import sat_survey  # noqa: PLC0415  (an optional extra)

        return sat_survey(scenario, most)
    return _Walk(grid(scenario), most).survey()


class _Walk:
    """One pass over the blocks of a grid, keeping what the survey needs."""

    def __init__(self, packages: Grid, most: int) -> None:
        self.grid = packages
        self.most = most
        self.examples: list[int] = []
        self.objected = 0
        self.best: tuple[int, int, int] | None = None

    def survey(self) -> Survey:
        """Walk, then explain."""
        seen = gathered(self._walked())
        empty = ~seen.words.any(axis=1)
        compatible = int(seen.counts[empty].sum())
        words, words_whole = minimal_words(seen.words, ENOUGH * self.most)
        clashes, clashes_whole = self._clashes(compatible, words if words_whole else None)
        return Survey(
            possible=int(seen.counts.sum()),
            compatible=compatible,
            objected=self.objected,
            examples=tuple(self.examples),
            openings=tuple(_opening(seen, lines) for lines in words[: self.most]),
            conflicts=tuple(self._explained(clashes)),
            best=self.best[2] if self.best else -1,
            whole=words_whole and len(words) <= self.most and clashes_whole,
            kinds=seen,
        )

    def _walked(self) -> Iterator[Tally]:
        for block in self.grid.blocks():
            inside = np.flatnonzero(block.possible)
            blocking = block.blocking[inside]
            self._look_at(block, inside, blocking)
            yield tally(blocking, block.first + inside)

    def _look_at(self, block: Block, inside: np.ndarray, blocking: np.ndarray) -> None:
        open_ = inside[~blocking.any(axis=1)]
        self.examples += (block.first + open_[: self.most - len(self.examples)]).tolist()
        self.objected += int(block.crossing[open_].any(axis=1).sum())
        if len(inside):
            stopped = bits.count(blocking)
            fewest = inside[stopped == stopped.min()]
            objections = bits.count(block.crossing[fewest])
            place = int(objections.argmin())
            here = int(stopped.min()), int(objections[place]), block.first + int(fewest[place])
            self.best = min(self.best or here, here)

    def _clashes(self, compatible: int, words: list[Lines] | None) -> tuple[list[Lines], bool]:
        """List the conflicts: none if some package is compatible, and none known unless all words are."""
        if compatible:
            return [], True
        return conflicts(words, self.most) if words is not None else ([], False)

    def _explained(self, clashes: list[Lines]) -> Iterator[Conflict]:
        """Tell which conflicts go away with the rules."""
        left_out = gathered(self._left_out()).words if clashes and self.grid.rules else None
        for lines in clashes:
            word = _word(lines, len(self.grid.crossed))
            needs_rules = left_out is not None and bool((~(left_out & word).any(axis=1)).any())
            yield Conflict(lines, needs_rules)

    def _left_out(self) -> Iterator[Tally]:
        for block in self.grid.blocks():
            outside = np.flatnonzero(~block.possible)
            yield tally(block.blocking[outside], block.first + outside)


def _opening(seen: Tally, lines: Lines) -> Opening:
    word = _word(lines, seen.words.shape[1] * bits.WORD)
    within = seen.words.any(axis=1) & ~(seen.words & ~word).any(axis=1)
    exactly = (seen.words == word).all(axis=1)
    return Opening(lines, int(seen.counts[within].sum()), int(seen.first[exactly][0]))


def _word(lines: Lines, of: int) -> np.ndarray:
    members = np.zeros(of, dtype=bool)
    members[sorted(lines)] = True
    return bits.pack(members)
