"""From a name or a file to a scenario."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from sim.errors import Problem
from sim.language.changes import Changes
from sim.language.finding import find
from sim.language.node import Node
from sim.language.ordering import in_order
from sim.language.points import checked
from sim.language.resolving import resolved
from sim.language.vocabulary import Vocabulary
from sim.scenario import Scenario


def load(case: str | Path, vocabulary: Vocabulary | None = None, changes: Changes = ()) -> Scenario:
    """Load a scenario, with all it extends, and change it; its sweep, if it has one, is left out.

    Parameters
    ----------
    case
        A file, or the name of a bundled scenario such as ``2025-08-21`` or ``published/elmira``.
    vocabulary
        The strategies and protocols there are; without it every name and setting is accepted.
    changes
        What to change in it: path -> plain value, or texts ``PATH=VALUE`` whose values are YAML.

    Raises
    ------
    ScenarioError
        With every problem at once, in order of file and line; those of a change name the change.
        A sweep is looked at value by value, not combination by combination.

    Examples
    --------
    >>> from sim.errors import ScenarioError
    >>> try:
    ...     load("no-such-case")
    ... except ScenarioError as error:
    ...     print(str(error).partition(",")[0])
    unknown file or scenario 'no-such-case'
    """
    return checked(resolved(case, changes), vocabulary)


def placed(
    problems: Iterable[Problem],
    case: str | Path,
    changes: Changes = (),
    values: Mapping[str, object] = MappingProxyType({}),
) -> list[Problem]:
    """Say of problems found after loading where what they name is written; in order of file and line.

    Parameters
    ----------
    problems
        Each names a path; those that name a file too stay as they are.
    case, changes
        What was loaded.
    values
        Those of a point of its sweep, if it was one.

    Examples
    --------
    >>> (problem,) = placed([Problem("too many", path="ensemble.worlds")], "2025-08-21")
    >>> problem.file
    'scenarios/2025-08-21.yaml'
    """
    if find(case) is None:
        return list(problems)
    tree = resolved(case, changes).at(values)
    return in_order(problem if problem.file else _at_its_place(problem, tree) for problem in problems)


def _at_its_place(problem: Problem, tree: Node) -> Problem:
    node = tree
    for key in problem.path.split("."):
        node = node.get(key) or node
    return replace(problem, file=node.file, line=node.line)
