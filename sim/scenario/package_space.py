"""The packages: one option for every issue, counted off with the last issue fastest."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from sim.axes import PackageMask, PatternTable
from sim.scenario.issue import Issue
from sim.scenario.rule import Rule

Package = Mapping[str, str]
"""Issue -> option. A partial package leaves issues out and stands for all its completions."""


@dataclass(frozen=True)
class PackageSpace:
    """Every combination of the issues' options; a package is its index in index order.

    The index counts packages that a rule forbids too, so it never shifts when a rule comes or goes.

    Examples
    --------
    >>> space = PackageSpace({"a": Issue(question="?", options={"x": "", "y": ""}),
    ...                       "b": Issue(question="?", options={"u": "", "v": "", "w": ""})})
    >>> space.size, space.package(4), space.index({"a": "y", "b": "v"})
    (6, {'a': 'y', 'b': 'v'}, 4)
    >>> space.matches({"b": ["u", "w"]})
    array([ True, False,  True,  True, False,  True])
    """

    issues: Mapping[str, Issue]
    rules: Sequence[Rule] = ()

    @cached_property
    def shape(self) -> tuple[int, ...]:
        """Number of options of each issue."""
        return tuple(len(issue.options) for issue in self.issues.values())

    @property
    def size(self) -> int:
        """Number of packages, those that a rule forbids included."""
        return math.prod(self.shape)

    @cached_property
    def possible(self) -> PackageMask:
        """Packages that no rule forbids."""
        possible = np.ones(self.size, dtype=bool)
        for rule in self.rules:
            possible &= ~self.matches(rule.forbid)
        return possible

    def package(self, index: int) -> dict[str, str]:
        """Spell a package out as issue -> option."""
        rest, package = int(index), {}
        for name, issue in reversed(list(self.issues.items())):
            rest, place = divmod(rest, len(issue.options))
            package[name] = issue.ids[place]
        if rest:
            raise IndexError(f"no package {index}, expected one of 0 to {self.size - 1}")
        return {name: package[name] for name in self.issues}

    def index(self, package: Package) -> int:
        """Find the index of a package that settles every issue."""
        index = 0
        for name, issue in self.issues.items():
            index = index * len(issue.options) + issue.ids.index(package[name])
        return index

    def table(self, pattern: Mapping[str, Sequence[str]]) -> PatternTable:
        """Tell which combinations have a listed option on *every* named issue, without unfolding the rest."""
        axes = len(self.issues)
        table = np.ones((1,) * axes, dtype=bool)
        for axis, (name, issue) in enumerate(self.issues.items()):
            if name in pattern:
                listed = np.array([option in pattern[name] for option in issue.ids])
                table = table & listed.reshape([-1 if other == axis else 1 for other in range(axes)])
        return table

    def matches(self, pattern: Mapping[str, Sequence[str]]) -> PackageMask:
        """Mark the packages with a listed option on every named issue (all packages if none is named)."""
        return np.broadcast_to(self.table(pattern), self.shape).reshape(-1)

    def completions(self, partial: Package) -> PackageMask:
        """Mark the possible packages that a partial package stands for."""
        matching: PackageMask = self.matches({issue: (option,) for issue, option in partial.items()})
        completions: PackageMask = self.possible & matching
        return completions
