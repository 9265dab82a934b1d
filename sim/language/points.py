"""The points of a sweep: one scenario for each value, or for each combination of several paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, product
from pathlib import Path

from sim.errors import Problem, ScenarioError
from sim.language.changes import Changes
from sim.language.checking import check
from sim.language.node import Node
from sim.language.resolving import Resolved, resolved
from sim.language.sweeping import Swept, put_in
from sim.language.vocabulary import Vocabulary
from sim.language.writing import spell
from sim.scenario import Scenario
from sim.scenario.listing import listed

_LONGEST_SHOWN = 60


@dataclass(frozen=True)
class Point:
    """A scenario of a sweep.

    Parameters
    ----------
    values
        Path -> the plain value it has here; empty where nothing is swept.
    scenario
        The scenario with these values; the same as if they had been changed one by one.
    """

    values: Mapping[str, object]
    scenario: Scenario

    def but(self, scenario: Scenario) -> Point:
        """Return the point with its scenario as it is to be played: its size, the code it may run."""
        return replace(self, scenario=scenario)


def points(
    case: str | Path, vocabulary: Vocabulary | None = None, changes: Changes = ()
) -> tuple[Point, ...]:
    """Load every scenario of a case's sweep; of several paths the last changes fastest.

    A case without a sweep has one point, with no values. Parameters are those of `load`.

    Raises
    ------
    ScenarioError
        With every problem at once. Each value has to make sense on its own; only where all do,
        combinations are looked at.

    Examples
    --------
    >>> found = points("2025-08-21", changes=["sweep={negotiation.rounds: [5, 40]}"])
    >>> [(point.values, point.scenario.negotiation.rounds) for point in found]
    [({'negotiation.rounds': 5}, 5), ({'negotiation.rounds': 40}, 40)]
    """
    text = resolved(case, changes)
    if len(text.sweep) > 1:
        checked(text, vocabulary)
    attempts = [_attempt(text, values, vocabulary) for values in product(*_values(text))]
    check(text.tree, [*text.problems, *_told_of_all(text.sweep, attempts)], vocabulary)
    return tuple(
        Point(_plain(text.sweep, attempt.values), attempt.scenario.but(name=text.name))
        for attempt in attempts
        if attempt.scenario is not None
    )


def checked(text: Resolved, vocabulary: Vocabulary | None) -> Scenario:
    """Make a scenario of a case without its sweep, if each swept value makes sense on its own.

    Raises
    ------
    ScenarioError
        With every problem at once.
    """
    alone = chain.from_iterable(
        _told_of_all([path], [_attempt(text, [value], vocabulary) for value in path.values])
        for path in text.sweep
    )
    return check(text.tree, chain(text.problems, alone), vocabulary).but(name=text.name)


@dataclass(frozen=True)
class _Attempt:
    """A scenario with swept values in place, or what the values made wrong."""

    values: Sequence[Node]
    scenario: Scenario | None
    problems: tuple[Problem, ...] = ()


def _attempt(text: Resolved, values: Sequence[Node], vocabulary: Vocabulary | None) -> _Attempt:
    tree, astray = put_in(text.tree, values)
    try:
        return _Attempt(values, check(tree, astray, vocabulary))
    except ScenarioError as error:
        before = _wrong_before(text, vocabulary)
        return _Attempt(values, None, tuple(one for one in error.problems if one not in before))


def _wrong_before(text: Resolved, vocabulary: Vocabulary | None) -> tuple[Problem, ...]:
    try:
        check(text.tree, (), vocabulary)
    except ScenarioError as error:
        return error.problems
    return ()


def _told_of_all(sweep: Sequence[Swept], attempts: Sequence[_Attempt]) -> Iterator[Problem]:
    """Tell what is wrong; what is wrong with every value of a path is wrong with the path, and told once."""
    everywhere: set[tuple[str, str]] = set()
    if len(sweep) == 1 and len(attempts) > 1:
        everywhere = set.intersection(*({(p.message, p.path) for p in each.problems} for each in attempts))
    for attempt in attempts:
        for problem in attempt.problems:
            if (problem.message, problem.path) in everywhere:
                yield _placed(problem, sweep[0].written)
            else:
                yield _told(problem, sweep, attempt.values)


def _told(problem: Problem, sweep: Sequence[Swept], values: Sequence[Node]) -> Problem:
    """Say with which values there is a problem, at the place of the value that has it, or of the last."""
    here = next((v for v in values if _place(problem) in map(_place, v.walk())), None)
    blamed = _placed(problem, values[-1]) if here is None else problem
    texts = [_shown(value) for value in values]
    if len(texts) == 1:
        return replace(blamed, message=f"swept value {texts[0]}: {blamed.message}")
    pairs = [f"{path.path} = {shown}" for path, shown in zip(sweep, texts, strict=True)]
    return replace(blamed, message=f"with {listed(pairs)}: {blamed.message}")


def _placed(problem: Problem, node: Node) -> Problem:
    """Move a problem to where its cause is written, and say where it would be."""
    where = "" if problem.file == node.file else f"{problem.file} "
    at = f" ({where}line {problem.line})" if problem.line and _place(problem) != _place(node) else ""
    return replace(problem, message=f"{problem.message}{at}", file=node.file, line=node.line)


def _place(at: Problem | Node) -> tuple[str, int]:
    return at.file, at.line


def _shown(value: Node) -> str:
    text = spell(value.plain())
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}..."


def _values(text: Resolved) -> Iterable[Sequence[Node]]:
    return (path.values for path in text.sweep)


def _plain(sweep: Sequence[Swept], values: Sequence[Node]) -> dict[str, object]:
    return {path.path: value.plain() for path, value in zip(sweep, values, strict=True)}
