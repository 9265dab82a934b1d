"""A case as it is written, with all it extends and all that is changed in it, before it is checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sim.errors import Problem, ScenarioError, one_of
from sim.language.changes import Changes, read_changes
from sim.language.finding import Source, bundled, find
from sim.language.merging import resolve
from sim.language.node import Node
from sim.language.overriding import override
from sim.language.sweeping import Swept, put_in, take_out


@dataclass(frozen=True)
class Resolved:
    """What a case says.

    Parameters
    ----------
    name
        How people refer to it.
    tree
        The scenario; its sweep is no part of it.
    sweep
        The paths that are swept, none if there is no sweep.
    problems
        What was wrong with the text itself.
    """

    name: str
    tree: Node
    sweep: tuple[Swept, ...]
    problems: tuple[Problem, ...]

    def at(self, values: Mapping[str, object]) -> Node:
        """Return the scenario at the point of the sweep that has these values."""
        chosen = [
            value
            for path in self.sweep
            for value in path.values
            if path.path in values and value.plain() == values[path.path]
        ]
        return put_in(self.tree, chosen)[0]


def resolved(case: str | Path, changes: Changes = ()) -> Resolved:
    """Read a case and all it extends, and change it.

    Raises
    ------
    ScenarioError
        If there is no such case, or a file cannot be read.

    Examples
    --------
    >>> case = resolved("2025-08-21", ["sweep={negotiation.rounds: [5, 40]}"])
    >>> case.name, [path.path for path in case.sweep]
    ('2025-08-21', ['negotiation.rounds'])
    """
    source = sought(case)
    tree, problems = _changed(source, changes)
    tree, sweep, wrong = take_out(tree)
    return Resolved(source.name, tree, sweep, (*problems, *wrong))


def sought(case: str | Path) -> Source:
    """Find a file, or else a bundled scenario.

    Raises
    ------
    ScenarioError
        If there is neither; it names the nearest bundled one.
    """
    source = find(case)
    if source is None:
        raise ScenarioError([Problem(one_of("file or scenario", str(case), bundled()))])
    return source


def _changed(source: Source, changes: Changes) -> tuple[Node, list[Problem]]:
    """Resolve a scenario and merge the changes over it; return it with the problems found on the way."""
    values, unreadable = read_changes(changes)
    try:
        tree, problems = resolve(source)
    except ScenarioError as error:
        raise ScenarioError([*unreadable, *error.problems]) from None
    tree, astray = override(tree, values)
    return tree, [*unreadable, *problems, *astray]
