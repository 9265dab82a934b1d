"""Which packages cross nobody's red line, and for the others: whose line, and what would have to give."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from sim.compatibility.minimal_sets import Lines
from sim.compatibility.narrowing import completions_of
from sim.compatibility.pairs import pairs
from sim.compatibility.stand import Stand, stand
from sim.compatibility.survey import Opening, Survey, survey
from sim.compatibility.surviving import (
    expected_held,
    firmness,
    likeliest,
    p_acceptable,
    p_some_acceptable,
)
from sim.errors import InputError, Problem
from sim.scenario import Package, Scenario

FEW_LINES = 20
"""With so many lines at most, the chance that some completion is free is worked out exactly."""


@dataclass(frozen=True)
class Verdict:
    """What one party says of one named package.

    `ok` if none of its lines is crossed; `needed` if the package needs its consent: only then does a
    crossed line stop it. `p_acceptable` is the probability that the party holds none of these lines.
    """

    package: str
    party: str
    ok: bool
    needed: bool
    crosses: tuple[str, ...]
    p_acceptable: float


@dataclass(frozen=True)
class Variant:
    """A named package, judged by its best completion.

    Parameters
    ----------
    name, partial
        As the scenario has it; issues may be left open.
    completions
        What there is among its completions; indices are those of `inside`.
    inside
        The scenario of its completions alone.
    best
        The completion that is stopped by the fewest lines.
    p_acceptable
        Probability that some completion is stopped by no line that is held (where what would have to
        give could not be listed whole: that of the best completion, which is less).
    expected_held
        How many of the lines that stop it are held on average.
    """

    name: str
    partial: Package
    inside: Scenario
    completions: Survey
    best: Stand
    p_acceptable: float
    expected_held: float

    @property
    def compatible(self) -> bool:
        """Whether some completion is compatible."""
        return not self.best.blocks

    @property
    def left_open(self) -> dict[str, str]:
        """What the best completion says on the issues that the package leaves open."""
        return {issue: option for issue, option in self.best.package.items() if issue not in self.partial}


@dataclass(frozen=True)
class NearMiss:
    """A line that stops some packages alone: held with probability `firmness`; an example of these."""

    line: str
    firmness: float
    packages: int | None
    example: int


@dataclass(frozen=True, eq=False, repr=False)
class Check:
    """The answer of `check`: everything that follows from the stated lines and rules alone."""

    scenario: Scenario
    survey: Survey
    variants: tuple[Variant, ...]

    def __repr__(self) -> str:
        return (
            f"<Check of {self.scenario.name}: {self.survey.compatible} compatible of {self.survey.possible}>"
        )

    @property
    def packages_total(self) -> int:
        """Number of combinations of options."""
        return self.scenario.space.size

    @property
    def packages_possible(self) -> int | None:
        """Number of packages that no rule leaves out; None if not counted."""
        return self.survey.possible

    @property
    def compatible(self) -> tuple[int, ...]:
        """Packages that cross no line of a party whose consent they need: at most `MOST`, as indices."""
        return self.survey.examples

    @property
    def lists_all(self) -> bool:
        """Whether `compatible` lists every compatible package."""
        return len(self.compatible) == self.survey.compatible

    @cached_property
    def conflicts(self) -> tuple[tuple[str, ...], ...]:
        """Minimal sets of lines that cannot be held together; empty if some package is compatible."""
        return tuple(self.names(conflict.lines) for conflict in self.survey.conflicts)

    @cached_property
    def concessions(self) -> tuple[tuple[tuple[str, ...], Opening], ...]:
        """What would have to give to open a package that is stopped, smallest first."""
        return tuple((self.names(opening.lines), opening) for opening in self.survey.openings)

    @cached_property
    def near_misses(self) -> tuple[NearMiss, ...]:
        """Lines that stop packages alone, the softest first."""
        single = [(names[0], opening) for names, opening in self.concessions if len(names) == 1]
        found = [NearMiss(line, firmness(self.scenario, line), o.opens, o.example) for line, o in single]
        return tuple(sorted(found, key=lambda miss: miss.firmness))

    @cached_property
    def opens_most(self) -> tuple[str, ...]:
        """The single lines that would open most packages if they gave way, if one alone opens any."""
        most = max((miss.packages or 0 for miss in self.near_misses), default=0)
        return tuple(miss.line for miss in self.near_misses if most and miss.packages == most)

    @cached_property
    def likeliest(self) -> tuple[tuple[Stand, float], ...]:
        """Packages that are stopped, but likeliest by lines that nobody holds, with that probability."""
        if self.survey.kinds is None:
            return ()
        found = likeliest(self.scenario, self.survey.kinds, most=10)
        return tuple((stand(self.scenario, index), chance) for index, chance in found)

    @cached_property
    def pairs(self) -> dict[tuple[str, str], int | None]:
        """How many packages any two parties could agree on alone; None if some, and not counted."""
        return pairs(self.scenario)

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """Named packages x parties."""
        return tuple(
            self._verdict(variant, party) for variant in self.variants for party in self.scenario.parties
        )

    def names(self, lines: Lines) -> tuple[str, ...]:
        """Name lines by their places."""
        names = tuple(self.scenario.red_lines)
        return tuple(names[line] for line in sorted(lines))

    def party_of(self, line: str) -> str:
        """Return whose line it is."""
        return self.scenario.red_lines[line][0]

    def _verdict(self, variant: Variant, party: str) -> Verdict:
        crosses = tuple(line for line in variant.best.crosses if self.party_of(line) == party)
        return Verdict(
            package=variant.name,
            party=party,
            ok=not crosses,
            needed=party in variant.best.needed,
            crosses=crosses,
            p_acceptable=p_acceptable(self.scenario, crosses),
        )


def check(scenario: Scenario) -> Check:
    """Confront every package of a scenario with every stated red line.

    Examples
    --------
    >>> import sim
    >>> answer = check(sim.load("2025-08-21"))
    >>> len(answer.compatible), answer.packages_possible, answer.packages_total
    (8, 288, 324)
    >>> answer.opens_most
    ('no-foreign-troops',)
    """
    variants = tuple(_variant(scenario, name, partial) for name, partial in scenario.packages.items())
    return Check(scenario, survey(scenario), variants)


def _p_of(scenario: Scenario, completions: Survey, best: Stand) -> float:
    names = tuple(scenario.red_lines)
    ways = [frozenset(names[line] for line in opening.lines) for opening in completions.openings]
    few = len(frozenset().union(*ways)) <= FEW_LINES
    if best.blocks and completions.whole and few:
        return p_some_acceptable(scenario, ways)
    return p_acceptable(scenario, best.blocks)


def _variant(scenario: Scenario, name: str, partial: Package) -> Variant:
    inside = completions_of(scenario, partial)
    completions = survey(inside)
    if completions.best < 0:
        problem = Problem(f"package {name!r} makes no sense: the rules leave it out", path=f"packages.{name}")
        raise InputError([problem])
    best = stand(inside, completions.best)
    return Variant(
        name=name,
        partial=partial,
        inside=inside,
        completions=completions,
        best=best,
        p_acceptable=_p_of(scenario, completions, best),
        expected_held=expected_held(scenario, best.blocks),
    )
