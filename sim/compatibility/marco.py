"""Minimal conflicts and minimal concessions from yes/no questions alone, by MARCO [Liffiton2016]_.

A map, itself a SAT problem, remembers which sets of lines have been settled. Each set it still holds is
either satisfiable, then growing it to the largest gives a concession (what is left out), or it is not,
then shrinking it to the smallest gives a conflict; either settles all sets above or below it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sim.compatibility.minimal_sets import Lines, in_order
from sim.compatibility.sat_solver import new_solver

Probe = Callable[[Lines], tuple[bool, Lines]]
"""Says whether lines can be held together, with more lines that then can, or fewer that still cannot."""


@dataclass(frozen=True)
class MinimalSets:
    """What was found, smallest first; `complete` if that is all."""

    conflicts: tuple[Lines, ...]
    concessions: tuple[Lines, ...]
    complete: bool


def marco(satisfiable: Callable[[Lines], bool], constraints: int, most: int) -> MinimalSets:
    """Enumerate conflicts and concessions of constraints 0, 1, ...; stop at `most` of either.

    If all constraints can be held together, the only concession is the empty set.

    Raises
    ------
    InputError
        If python-sat is not installed.

    Examples
    --------
    >>> found = marco(lambda lines: not {0, 1} <= lines and not {0, 2} <= lines, constraints=3, most=10)
    >>> found.conflicts
    (frozenset({0, 1}), frozenset({0, 2}))
    >>> found.concessions, found.complete
    ((frozenset({0}), frozenset({1, 2})), True)
    """
    return guided_marco(lambda lines: (satisfiable(lines), lines), constraints, most)


def guided_marco(probe: Probe, constraints: int, most: int) -> MinimalSets:
    """Do the same with an oracle that says more than yes or no, which saves most of the questions."""
    everything = frozenset(range(constraints))
    conflicts: list[Lines] = []
    concessions: list[Lines] = []
    unsettled = _Map(everything)
    while (seed := unsettled.seed()) is not None and max(len(conflicts), len(concessions)) < most:
        satisfiable, lines = probe(seed)
        if satisfiable:
            concessions.append(everything - _grown(probe, lines, everything))
            unsettled.demand(line + 1 for line in concessions[-1])
        else:
            conflicts.append(_shrunk(probe, lines))
            unsettled.demand(-line - 1 for line in conflicts[-1])
    return MinimalSets(tuple(in_order(conflicts)), tuple(in_order(concessions)), seed is None)


def _grown(probe: Probe, lines: Lines, everything: Lines) -> Lines:
    """Add lines for as long as all can be held together."""
    for line in sorted(everything - lines):
        if line not in lines:
            satisfiable, more = probe(lines | {line})
            lines = more if satisfiable else lines
    return lines


def _shrunk(probe: Probe, lines: Lines) -> Lines:
    """Drop lines for as long as the rest cannot be held together."""
    for line in sorted(lines):
        if line in lines:
            satisfiable, fewer = probe(lines - {line})
            lines = lines if satisfiable else fewer
    return lines


class _Map:
    """The sets of lines that are not settled: line l is in a set if variable l + 1 is true."""

    def __init__(self, everything: Lines) -> None:
        self._everything = everything
        self._solver = new_solver()
        self._solver.set_phases([line + 1 for line in sorted(everything)])
        self._exhausted = False

    def seed(self) -> Lines | None:
        """Return a set that is not settled, rather a large one, or None if there is none left."""
        if self._exhausted or not self._solver.solve():
            return None
        left_out = {-literal - 1 for literal in self._solver.get_model() if literal < 0}
        return self._everything - left_out

    def demand(self, literals: Iterable[int]) -> None:
        """Settle all sets in which none of these literals is true."""
        if clause := list(literals):
            self._solver.add_clause(clause)
        else:
            self._exhausted = True
