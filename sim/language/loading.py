"""From a name or a file to a scenario."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from sim.errors import Problem, ScenarioError, one_of
from sim.language.changes import Changes, read_changes
from sim.language.checking import check
from sim.language.finding import Source, bundled, find
from sim.language.merging import resolve
from sim.language.node import Node
from sim.language.ordering import in_order
from sim.language.overriding import override
from sim.language.vocabulary import Vocabulary
from sim.scenario import Scenario


def load(case: str | Path, vocabulary: Vocabulary | None = None, changes: Changes = ()) -> Scenario:
    """Load a scenario, with all it extends, and change it.

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

    Examples
    --------
    >>> from sim.errors import ScenarioError
    >>> try:
    ...     load("no-such-case")
    ... except ScenarioError as error:
    ...     print(str(error).partition(",")[0])
    unknown file or scenario 'no-such-case'
    """
    source = find(case)
    if source is None:
        raise ScenarioError([Problem(one_of("file or scenario", str(case), bundled()))])
    tree, problems = _changed(source, changes)
    return check(tree, problems, vocabulary).but(name=source.name)


def placed(problems: Iterable[Problem], case: str | Path, changes: Changes = ()) -> list[Problem]:
    """Say of problems found after loading where what they name is written; in order of file and line.

    Parameters
    ----------
    problems
        Each names a path; those that name a file too stay as they are.
    case, changes
        What was loaded.

    Examples
    --------
    >>> (problem,) = placed([Problem("too many", path="ensemble.worlds")], "2025-08-21")
    >>> problem.file
    'scenarios/2025-08-21.yaml'
    """
    source = find(case)
    if source is None:
        return list(problems)
    tree, _ = _changed(source, changes)
    return in_order(problem if problem.file else _at_its_place(problem, tree) for problem in problems)


def _at_its_place(problem: Problem, tree: Node) -> Problem:
    node = tree
    for key in problem.path.split("."):
        node = node.get(key) or node
    return replace(problem, file=node.file, line=node.line)


def _changed(source: Source, changes: Changes) -> tuple[Node, list[Problem]]:
    """Resolve a scenario and merge the changes over it; return it with the problems found on the way."""
    values, unreadable = read_changes(changes)
    try:
        tree, problems = resolve(source)
    except ScenarioError as error:
        raise ScenarioError([*unreadable, *error.problems]) from None
    tree, astray = override(tree, values)
    return tree, [*unreadable, *problems, *astray]
