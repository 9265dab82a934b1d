"""Which packages cross nobody's red line, and for the others: whose line, and on what statement."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from sim.compatibility import bits
from sim.compatibility.minimal_sets import Lines, concessions, conflicts
from sim.compatibility.positions import Positions, positions
from sim.scenario import Package, Scenario


@dataclass(frozen=True)
class Verdict:
    """What one party says of one named package.

    `ok` if none of its lines is crossed; `needed` if the package needs its consent.
    """

    package: str
    party: str
    ok: bool
    needed: bool
    crosses: tuple[str, ...]


@dataclass(frozen=True)
class Check:
    """The answer of `check`: everything that follows from the stated lines alone."""

    scenario: Scenario
    positions: Positions

    @property
    def packages_total(self) -> int:
        """Number of combinations of options."""
        return self.scenario.space.size

    @cached_property
    def packages_possible(self) -> int:
        """Number of packages that no rule leaves out."""
        return int(self.positions.possible.sum())

    @cached_property
    def compatible(self) -> tuple[int, ...]:
        """Possible packages that cross nobody's line, as indices."""
        return self._possible_with_none_of(self.positions.crossing)

    @cached_property
    def only_objected(self) -> tuple[int, ...]:
        """Possible packages that cross lines, but only of parties whose consent they do not need."""
        unblocked = self._possible_with_none_of(self.positions.blocking())
        return tuple(sorted(set(unblocked) - set(self.compatible)))

    @cached_property
    def conflicts(self) -> tuple[tuple[str, ...], ...]:
        """Minimal sets of lines that cannot be held together; empty if all can."""
        possible = self.positions.crossing[self.positions.possible]
        return tuple(map(self._named, conflicts(concessions(possible))))

    @cached_property
    def best_completions(self) -> dict[str, int]:
        """For each named package, the completion that crosses the fewest lines (the first of equals)."""
        crossed = bits.count(self.positions.crossing)
        return {name: self._least(crossed, package) for name, package in self.scenario.packages.items()}

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """Named packages x parties, each package judged by its best completion."""
        return tuple(
            self._verdict(name, index, party)
            for name, index in self.best_completions.items()
            for party in range(len(self.positions.parties))
        )

    def crosses(self, index: int) -> tuple[str, ...]:
        """Name the lines that a package crosses."""
        return bits.names(self.positions.crossing[index], self.positions.lines)

    def _possible_with_none_of(self, words: np.ndarray) -> tuple[int, ...]:
        clear = self.positions.possible & ~words.any(axis=1)
        return tuple(map(int, np.flatnonzero(clear)))

    def _least(self, crossed: np.ndarray, package: Package) -> int:
        completions = np.flatnonzero(self.scenario.space.completions(package))
        return int(completions[np.argmin(crossed[completions])])

    def _verdict(self, name: str, index: int, party: int) -> Verdict:
        own = self.positions.crossing[index] & self.positions.lines_of(party)
        crosses = bits.names(own, self.positions.lines)
        needed = bool(self.positions.consent[party, index])
        return Verdict(name, self.positions.parties[party], not crosses, needed, crosses)

    def _named(self, lines: Lines) -> tuple[str, ...]:
        return tuple(self.positions.lines[line] for line in sorted(lines))


def check(scenario: Scenario) -> Check:
    """Confront every package of a scenario with every stated red line.

    Examples
    --------
    >>> import sim
    >>> answer = check(sim.load("2025-08-21"))
    >>> len(answer.compatible), answer.packages_possible, answer.packages_total
    (8, 288, 324)
    """
    return Check(scenario, positions(scenario))
