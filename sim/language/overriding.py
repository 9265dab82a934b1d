"""Changes are merged over a scenario that has been resolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sim.errors import Problem, ScenarioError, one_of
from sim.language.merging import merge
from sim.language.node import Node


def override(tree: Node, values: Iterable[Node]) -> tuple[Node, list[Problem]]:
    """Merge values over a scenario, one after the other, each where its path leads.

    As in a variant, maps merge, null removes, everything else replaces. A number leads to a place
    in a list, whose item is replaced as a whole. What is not changed counts as written where it was.
    Returns the changed tree, and what is wrong with the paths that lead nowhere.

    Examples
    --------
    >>> from sim.language.changes import read_changes
    >>> tree = Node({"rules": Node((Node("x"), Node("y")), ("rules",))})
    >>> values, _ = read_changes(["rules.1=[z]", "rules.0=null", "about=A test."])
    >>> override(tree, values)[0].plain()
    {'rules': [['z']], 'about': 'A test.'}
    """
    problems: list[Problem] = []
    for value in values:
        problems += _run_together(value)
        try:
            tree = _changed(tree, [str(key) for key in value.path], value)
        except ScenarioError as error:
            problems += error.problems
    return tree, problems


def _run_together(value: Node) -> Iterator[Problem]:
    """Find keys that swallowed their value, as in ``{name:micro}``: as removals they would go unnoticed."""
    for node in value.walk():
        for key, entry in node.entries().items():
            if entry.value is None and ":" in key:
                yield value.problem(f"{key!r} has no value, expected a space after the colon")


def _changed(node: Node, path: Sequence[str], value: Node) -> Node:
    """Return a copy of a map or list in which `value` stands under the keys of `path`."""
    step = _step(node, path[0], value)
    child = node.get(step)
    if len(path) > 1:
        if child is None and node.path == ("parties",):  # nobody makes a party piece by piece
            raise _refusal(node, one_of("party", path[0], node.entries()), value)
        inner = child or Node({}, (*node.path, step), value.file)
        return _with(node, step, _changed(inner, path[1:], value))
    if value.value is None:  # whoever misses what is removed is told who removed it
        return replace(_with(node, step, None), file=value.file, line=value.line)
    return _with(node, step, merge(None if node.is_list else child, value.moved((*node.path, step))))


def _step(node: Node, key: str, value: Node) -> str | int:
    """Return the key, or the place in a list, by which `key` leads on from a node."""
    if node.is_list:
        return _place(node, key, value)
    if not node.is_map:
        raise _refusal(node, f"expected a map or list that holds {key!r}, found {node.found}", value)
    if value.value is None and key not in node.entries():  # a slip of the pen would go unnoticed
        raise _refusal(node, f"nothing to remove: {one_of('key', key, node.entries())}", value)
    return key


def _place(node: Node, key: str, value: Node) -> int:
    places = {str(place): place for place in range(len(node.items()))}
    if key not in places:
        known = f"0 to {len(places) - 1}" if places else "none: the list is empty"
        raise _refusal(node, f"unknown place {key!r} in a list, expected {known}", value)
    return places[key]


def _with(node: Node, step: str | int, child: Node | None) -> Node:
    """Return a copy of a map or list with another child at a step, or with none."""
    if isinstance(step, int):
        items = (*node.items()[:step], *([child] if child else []), *node.items()[step + 1 :])
        return replace(node, value=items).moved(node.path)
    entries = {**node.entries(), step: child}
    return replace(node, value={key: entry for key, entry in entries.items() if entry is not None})


def _refusal(node: Node, message: str, value: Node) -> ScenarioError:
    return ScenarioError([node.problem(message, at=value)])
