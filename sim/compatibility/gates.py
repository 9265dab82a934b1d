"""Conditions on packages as literals of a formula in clauses, each condition built once [Tseitin1983]_."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sim.compatibility.sat_solver import at_most_one

TRUE = 1
"""The literal that is always true; `-TRUE` never is."""


@dataclass
class Gates:
    """A formula that grows: literals are integers, negative for "not", and clauses are "one of these".

    Examples
    --------
    >>> gates = Gates()
    >>> x, y = gates.new(), gates.new()
    >>> gates.all_of([x, TRUE]) == x, gates.all_of([x, y]) == gates.all_of([y, x])
    (True, True)
    >>> gates.all_of([]) == TRUE, gates.any_of([]) == -TRUE
    (True, True)
    """

    top: int = TRUE
    clauses: list[list[int]] = field(default_factory=lambda: [[TRUE]])
    _known: dict[tuple[int, ...], int] = field(default_factory=dict)

    def new(self) -> int:
        """Make a variable that nothing is said of yet."""
        self.top += 1
        return self.top

    def one_hot(self, count: int) -> list[int]:
        """Make variables of which exactly one is true."""
        variables = [self.new() for _ in range(count)]
        apart, self.top = at_most_one(variables, self.top)
        self.clauses += [variables, *apart]
        return variables

    def listed(self, variables: Sequence[int], places: Collection[int]) -> int:
        """Return a literal that is true where one of the listed variables of a one-hot group is."""
        inside = [variable for place, variable in enumerate(variables) if place in places]
        outside = [variable for place, variable in enumerate(variables) if place not in places]
        if len(inside) <= len(outside):
            return self.any_of(inside)
        return -self.any_of(outside)

    def all_of(self, literals: Iterable[int]) -> int:
        """Return a literal that is true where all of these are."""
        parts = tuple(sorted(set(literals) - {TRUE}))
        if -TRUE in parts:
            return -TRUE
        if len(parts) <= 1:
            return parts[0] if parts else TRUE
        if parts not in self._known:
            self._known[parts] = self.name_of(parts)
        return self._known[parts]

    def any_of(self, literals: Iterable[int]) -> int:
        """Return a literal that is true where one of these is."""
        return -self.all_of(-literal for literal in literals)

    def name_of(self, literals: Sequence[int]) -> int:
        """Return a variable of its own that is true where all of these literals are."""
        name = self.new()
        self.clauses += [[-name, literal] for literal in literals]
        self.clauses.append([name, *(-literal for literal in literals)])
        return name


@dataclass(frozen=True)
class Patterns:
    """Reads patterns (issue -> options) as literals over one one-hot group for each issue."""

    gates: Gates
    options: Mapping[str, Mapping[str, int]]

    def match(self, pattern: Mapping[str, Collection[str]]) -> int:
        """Return a literal that is true where a package has a listed option on every named issue."""
        return self.gates.all_of(self._answers(pattern))

    def touch(self, pattern: Mapping[str, Collection[str]]) -> int:
        """Return a literal that is true where a package has a listed option on any named issue."""
        return self.gates.any_of(self._answers(pattern))

    def _answers(self, pattern: Mapping[str, Collection[str]]) -> list[int]:
        return [
            self.gates.listed(
                list(options.values()), {place for place, o in enumerate(options) if o in pattern[issue]}
            )
            for issue, options in self.options.items()
            if issue in pattern
        ]
