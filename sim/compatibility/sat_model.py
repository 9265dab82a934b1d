"""The packages and red lines of a scenario as a SAT model, where they are too many to list one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from sim.compatibility.gates import TRUE, Gates, Patterns
from sim.compatibility.minimal_sets import Lines, in_order
from sim.compatibility.sat_solver import counter, new_solver
from sim.scenario import Consent, RedLine, Scenario


class SatModel:
    """Which packages are possible, and which red lines block them.

    A line blocks a package that crosses it and needs the consent of the party that states it.

    Lines are known by their places in `scenario.red_lines`, packages by their indices, which are Python
    integers and may exceed 64 bits. Packages are found in index order, as on the grid.

    Parameters
    ----------
    scenario
        What is stated.
    lines
        Places of the red lines to heed, all by default; the others block nothing.

    Raises
    ------
    InputError
        If python-sat is not installed.

    Examples
    --------
    >>> import sim
    >>> model = SatModel(sim.load("2025-08-21"))
    >>> model.witness(), len(model.compatible(most=100)[0])
    (10, 8)
    """

    def __init__(self, scenario: Scenario, lines: Iterable[int] | None = None) -> None:
        gates = Gates()
        options = {name: gates.one_hot(len(issue.ids)) for name, issue in scenario.issues.items()}
        stated = range(len(scenario.red_lines))
        heeded = stated if lines is None else set(lines)
        blocks = _blocks(scenario, _patterns(scenario, gates, options))
        self._options = list(options.values())
        self._blocked = [blocks(line) if line in heeded else -TRUE for line in stated]
        self._heeded = {blocked: line for line, blocked in enumerate(self._blocked) if blocked != -TRUE}
        self._top = gates.top
        self._solver = new_solver(gates.clauses)

    def witness(self, held: Lines | None = None) -> int | None:
        """Return the first possible package that no line in `held` blocks (by default: no line at all)."""
        return next(self._packages(self._free(self._all if held is None else held)), None)

    def satisfiable(self, held: Lines) -> bool:
        """Say whether some possible package is blocked by no line in `held`."""
        return self._solve(self._free(held))

    def probe(self, held: Lines) -> tuple[bool, Lines]:
        """Say the same with more lines that can be held together with these, or fewer that still cannot."""
        if self._solve(self._free(held)):
            return True, self._all - self._word()
        core = self._solver.get_core() or ()
        return False, frozenset(self._heeded[-literal] for literal in core)

    def near_miss(self, line: int) -> int | None:
        """Return the first possible package that this line blocks, and no other."""
        return next(self._packages(self._exactly(frozenset({line}))), None)

    def compatible(self, most: int) -> tuple[list[int], bool]:
        """List the first possible packages that no line blocks, and say whether these are all."""
        return self.blocked_by(frozenset(), most)

    def blocked_by(self, lines: Lines, most: int) -> tuple[list[int], bool]:
        """List the first possible packages that just these lines block, and say whether these are all."""
        found = list(islice(self._packages(self._exactly(lines)), most + 1))
        return found[:most], len(found) <= most

    def openings(self, most: int) -> tuple[list[Lines], bool]:
        """List what would have to give to open a package that is not compatible; say whether this is all.

        These are the inclusion-minimal non-empty sets of lines such that some possible package is blocked
        by exactly these lines. The smallest come first, also where the list is cut at `most`.
        """
        active, at_most = self._count()
        found: list[Lines] = []
        size = 0
        while self._solve([active]) and len(found) < most:
            while not self._solve([active, at_most[size]]):
                size += 1
            found.append(self._word())
            self._add([-active, *(-self._blocked[line] for line in found[-1])])
        whole = not self._solve([active])
        self._add([-active])
        return in_order(found), whole

    @property
    def _all(self) -> Lines:
        return frozenset(range(len(self._blocked)))

    def _free(self, lines: Lines) -> list[int]:
        return [-self._blocked[line] for line in sorted(lines)]

    def _exactly(self, lines: Lines) -> list[int]:
        return [*(self._blocked[line] for line in sorted(lines)), *self._free(self._all - lines)]

    def _word(self) -> Lines:
        """Return the lines that block the package that the solver found last."""
        model = self._solver.get_model()
        return frozenset(line for blocked, line in self._heeded.items() if model[blocked - 1] > 0)

    def _packages(self, assumed: list[int], issue: int = 0, index: int = 0) -> Iterator[int]:
        """Yield packages in index order: settle one issue after the other where something is left."""
        if issue == len(self._options):
            yield index
            return
        options = self._options[issue]
        for place, option in enumerate(options):
            if self._solve([*assumed, option]):
                yield from self._packages([*assumed, option], issue + 1, index * len(options) + place)

    def _count(self) -> tuple[int, list[int]]:
        """Return a literal that demands a blocked package, and those that allow it 1, 2, ... lines."""
        self._top += 1
        active, lines = self._top, list(self._heeded)
        self._add([-active, *lines])
        if not lines:
            return active, [TRUE]
        clauses, more_than, self._top = counter(lines, self._top)
        for clause in clauses:
            self._add(clause)
        return active, [*(-literal for literal in more_than[1:]), TRUE]

    def _solve(self, assumed: list[int]) -> bool:
        return bool(self._solver.solve(assumed))

    def _add(self, clause: list[int]) -> None:
        self._solver.add_clause(clause)


def _patterns(scenario: Scenario, gates: Gates, options: dict[str, list[int]]) -> Patterns:
    """Name the options, and leave out what the rules do."""
    named = {
        name: dict(zip(issue.ids, options[name], strict=True)) for name, issue in scenario.issues.items()
    }
    patterns = Patterns(gates, named)
    for rule in scenario.rules:
        gates.clauses.append([-patterns.match(rule.forbid)])
    return patterns


def _blocks(scenario: Scenario, patterns: Patterns) -> Callable[[int], int]:
    """Make a function that says where a line blocks: a variable of its own, so that cores name lines."""
    stated = list(scenario.red_lines.values())
    consents = {name: _needed(patterns, party.consent) for name, party in scenario.parties.items()}

    def blocks(line: int) -> int:
        party, red_line = stated[line]
        return patterns.gates.name_of([consents[party], _crossed(patterns, red_line)])

    return blocks


def _crossed(patterns: Patterns, line: RedLine) -> int:
    """Return a literal that is true where a package crosses a line."""
    forbidden = (
        patterns.match(line.forbid) if line.forbid is not None else -patterns.match(line.require or {})
    )
    let_off = -TRUE if line.unless is None else patterns.match(line.unless)
    return patterns.gates.all_of([forbidden, -let_off])


def _needed(patterns: Patterns, consent: Consent) -> int:
    """Return a literal that is true where a package needs a party's signature."""
    if isinstance(consent, str):
        return TRUE if consent == "always" else -TRUE
    return patterns.touch(consent.when)
