"""A sweep: the values that paths of a scenario take in turn, and the scenario with some of them in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import prod

from sim.errors import Problem, ScenarioError
from sim.language.dotted import read_path, write_path
from sim.language.node import Node
from sim.language.overriding import override

SWEEP = "sweep"
MOST_POINTS = 1_000
_COUNTLESS = 10**15

_FORM = "expected a map {path: [value, ...], ...}"
_NEVER = {
    "extends": "'extends' cannot be swept: values are merged into what has been merged already",
    SWEEP: "a sweep cannot be swept",
    "ensemble": "'ensemble' cannot be swept: all points of a sweep have the same worlds",
}


@dataclass(frozen=True)
class Swept:
    """One path of a sweep, with its values: each stands under the keys of the path."""

    keys: tuple[str, ...]
    values: tuple[Node, ...]
    written: Node

    @property
    def path(self) -> str:
        """The path as people write it."""
        return write_path(self.keys)


def take_out(tree: Node) -> tuple[Node, tuple[Swept, ...], list[Problem]]:
    """Split a resolved tree into the scenario and its sweep; say what is wrong with how the sweep is written.

    Examples
    --------
    >>> from sim.language.node import node_of
    >>> tree, (swept,), _ = take_out(node_of({"about": "x", "sweep": {"negotiation.rounds": [5, 40]}}))
    >>> list(tree.entries()), swept.path, [value.plain() for value in swept.values]
    (['about'], 'negotiation.rounds', [5, 40])
    """
    sweep = tree.get(SWEEP)
    if sweep is None:
        return tree, (), []
    rest = replace(tree, value={key: node for key, node in tree.entries().items() if key != SWEEP})
    return rest, *_read(sweep)


def put_in(tree: Node, values: Sequence[Node]) -> tuple[Node, list[Problem]]:
    """Merge values into a scenario, each where its path leads, as changes are.

    Removals come last, and of a list the later place first: until then every place is where it was.

    Examples
    --------
    >>> tree = Node({"a": Node((Node(1), Node(2), Node(3)), ("a",))})
    >>> put_in(tree, [Node(None, ("a", "0")), Node(None, ("a", "2"))])[0].plain()
    {'a': [2]}
    """
    kept = [value for value in values if value.value is not None]
    removed = [value for value in values if value.value is None]
    return override(tree, [*kept, *sorted(removed, key=_place, reverse=True)])


def _place(value: Node) -> list[tuple[int, str]]:
    """Sort places in a list as numbers; how keys are sorted does not matter."""
    return [(len(str(key)), str(key)) for key in value.path]


def _read(sweep: Node) -> tuple[tuple[Swept, ...], list[Problem]]:
    if not sweep.is_map:
        return (), [sweep.problem(f"{_FORM}, found {sweep.found}")]
    if not sweep.entries():
        return (), [sweep.problem(f"nothing is swept, {_FORM}")]
    paths: list[Swept] = []
    problems: list[Problem] = []
    for text, values in sweep.entries().items():
        try:
            keys = _keys(text, values)
        except ScenarioError as error:
            problems += error.problems
            continue
        problems += _not_values(values)
        paths.append(Swept(keys, tuple(value.moved(keys) for value in values.items()), values))
    crowd = list(_too_many(sweep, paths))
    return () if crowd else tuple(paths), [*problems, *_overlaps(paths), *crowd]


def _keys(text: str, values: Node) -> tuple[str, ...]:
    """Read a path; what is wrong with it is said at its place."""
    try:
        keys, rest = read_path(text, values.file)
    except ScenarioError as error:
        raise ScenarioError([values.problem(problem.message) for problem in error.problems]) from None
    if rest:
        told = "an equals sign in the path, expected a key that holds one in double quotes"
        raise ScenarioError([values.problem(told)])
    if keys[0] in _NEVER:
        raise ScenarioError([values.problem(_NEVER[keys[0]])])
    return keys


def _not_values(values: Node) -> Iterator[Problem]:
    if not values.is_list:
        yield values.problem(f"expected a list of values, found {values.found}")
    elif not values.items():
        yield values.problem("no value, expected some")


def _overlaps(paths: Sequence[Swept]) -> Iterator[Problem]:
    swept: set[tuple[str, ...]] = set()
    every = {path.keys for path in paths}
    for path in paths:
        if path.keys in swept:
            yield path.written.problem(f"{path.path!r} is swept twice")
        swept.add(path.keys)
        for length in range(1, len(path.keys)):
            if (outer := path.keys[:length]) in every:
                inside = f"{path.path!r} lies inside {write_path(outer)!r}, which is swept too"
                yield path.written.problem(inside)


def _too_many(sweep: Node, paths: Sequence[Swept]) -> Iterator[Problem]:
    counts = [len(path.values) for path in paths]
    for found, what in ((prod(counts), "points"), (sum(counts), "values")):
        if found > MOST_POINTS:
            number = f"{found:,}" if found < _COUNTLESS else "countless"
            yield sweep.problem(f"{number} {what}, expected at most {MOST_POINTS:,}")
            return
