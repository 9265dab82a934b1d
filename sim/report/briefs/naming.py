"""What packages are called on the instructor's paper: by their number in its list, if they are there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sim.analysis.briefing import Briefing, Order, Role
from sim.report.briefs.worth_words import worth
from sim.scenario import Scenario, describe, describe_options

LONG = 120
"""From how many signs on what a package says is too long for a sentence."""


@dataclass(frozen=True, eq=False)
class Naming:
    """Calls a package by its number and, in brackets, by what it says.

    Examples
    --------
    >>> import sim
    >>> from sim.analysis.briefing import briefing
    >>> found = briefing(sim.load("2025-08-21"), seed=20250821, world=0, worlds=5)
    >>> Naming(found)(found.listed[0])
    'package 1 (air-shield + Binding commitment; Russia is consulted)'
    """

    found: Briefing

    def __call__(self, index: int) -> str:
        """Call a package, in a sentence: by its number alone if what it says is long."""
        number = self.number(index)
        told = self._said(index)
        if not number:
            return f"the package {told}"
        return f"package {number} ({told})" if len(told) <= LONG else f"package {number} of the list"

    def in_list(self, index: int) -> str:
        """Say what a listed package says beyond what all of them do, or in what it differs from the first."""
        case, first = self.found.case, self.found.listed[0]
        told = unlike(case, index, self.common)
        if index == first or len(told) <= 2 * LONG:
            return told
        change = unlike(case, index, in_common(case, [first, index]))
        return min(told, f"as no. 1, but: {change}", key=len)

    def number(self, index: int) -> int | None:
        """Return a package's number in the list, None if it is not there."""
        return self._numbers.get(index)

    def worth(self, role: Role, index: int) -> str:
        """Say what a package is worth to a party."""
        return worth(role, int(role.totals[index]))

    def above(self, role: Role, index: int) -> str:
        """Say by how much that is more than no deal in the last round: in points, or in places."""
        gain = int(role.totals[index]) - role.least_in_the_end
        return f"{gain:+d} places" if isinstance(role.sheet, Order) else f"{gain / 10:+.1f}"

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {index: number for number, index in enumerate(self.found.listed, 1)}

    def _said(self, index: int) -> str:
        """Say what it says, leaving out what all listed packages have in common if it is one of them."""
        case = self.found.case
        short = describe(case, index)
        common = self.common
        if not self.number(index) or not common:
            return short
        rest = unlike(case, index, common)
        return min(short, rest, key=len) if rest else short

    @cached_property
    def common(self) -> dict[str, str]:
        """What all listed packages say; nothing if there is only one."""
        return in_common(self.found.case, self.found.listed)


def in_common(case: Scenario, packages: Sequence[int]) -> dict[str, str]:
    """Return the options that several packages have in common, by issue; none of fewer than two packages.

    Examples
    --------
    >>> import sim
    >>> in_common(sim.load("published/prisoners-dilemma"), [0, 1])
    {'one_silent': 'no'}
    """
    if len(packages) < 2:  # noqa: PLR2004
        return {}
    spelt = [case.space.package(index) for index in packages]
    return {
        issue: option
        for issue, option in spelt[0].items()
        if all(package[issue] == option for package in spelt)
    }


def unlike(case: Scenario, index: int, common: dict[str, str]) -> str:
    """Say what a package says on the issues on which others differ from it."""
    package = case.space.package(index)
    return describe_options(case, {issue: option for issue, option in package.items() if issue not in common})
