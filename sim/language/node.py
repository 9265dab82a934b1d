"""A piece of a scenario's text: what is written, under which keys, on which line of which file."""

from __future__ import annotations

import json
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sim.errors import Problem

Plain = None | bool | int | float | str
KeyPath = tuple[str | int, ...]

_LONGEST_SHOWN = 60


@dataclass(frozen=True)
class Node:
    """A scalar, a list or a map, with the keys that lead to it and the place where it is written.

    Reading is tolerant: what is not there, or not of the asked form, is empty.

    Parameters
    ----------
    value
        A scalar as YAML 1.2 reads it, a tuple of nodes, or a map of nodes.
    path
        The keys and list places that lead to it from the top.
    file, line
        Where it is written; a list or map under a key counts as written on the line of that key.
    text
        A scalar as written, without its quotes.

    Examples
    --------
    >>> troops = Node({"no": Node(1, text="1")})
    >>> troops.plain(), troops.entries("no"), troops.word("no")
    ({'no': 1}, {}, '1')
    """

    value: Plain | tuple[Node, ...] | Mapping[str, Node]
    path: KeyPath = ()
    file: str = ""
    line: int = 0
    text: str = ""

    @property
    def is_map(self) -> bool:
        """Whether it holds keys."""
        return isinstance(self.value, Mapping)

    @property
    def is_list(self) -> bool:
        """Whether it holds items."""
        return isinstance(self.value, tuple)

    @property
    def is_scalar(self) -> bool:
        """Whether it is one text, number, true or false, or nothing."""
        return not self.is_map and not self.is_list

    @property
    def found(self) -> str:
        """What it is, in the words of a message."""
        match self.value:
            case None:
                return "nothing"
            case str(text):
                return repr(text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}...")
            case bool() | int() | float():
                return self.text
        return "a map" if self.is_map else "a list"

    def get(self, *path: str | int) -> Node | None:
        """Follow keys and list places; None where they lead nowhere."""
        node: Node | None = self
        for step in path:
            node = node._child(step) if node is not None else None
        return node

    def entries(self, *path: str | int) -> Mapping[str, Node]:
        """Return the map that `path` leads to; empty where there is none."""
        node = self.get(*path)
        return node.value if node is not None and isinstance(node.value, Mapping) else {}

    def items(self, *path: str | int) -> tuple[Node, ...]:
        """Return the list that `path` leads to; empty where there is none."""
        node = self.get(*path)
        return node.value if node is not None and isinstance(node.value, tuple) else ()

    def word(self, *path: str | int) -> str | None:
        """Return the scalar that `path` leads to, as written; None where there is none, or nothing in it."""
        node = self.get(*path)
        return node.text if node is not None and node.is_scalar and node.value is not None else None

    def plain(self, as_text: Container[KeyPath] = ()) -> Any:
        """Return plain Python values; scalars whose path is in `as_text` stay as written."""
        if isinstance(self.value, Mapping):
            return {key: child.plain(as_text) for key, child in self.value.items()}
        if isinstance(self.value, tuple):
            return [child.plain(as_text) for child in self.value]
        return self.text if self.path in as_text else self.value

    def walk(self) -> Iterator[Node]:
        """Go through this node and everything in it."""
        yield self
        for child in (*self.items(), *self.entries().values()):
            yield from child.walk()

    def moved(self, path: KeyPath) -> Node:
        """Return a copy that stands under other keys and keeps the place where it is written."""
        if isinstance(self.value, Mapping):
            entries = {key: child.moved((*path, key)) for key, child in self.value.items()}
            return replace(self, value=entries, path=path)
        items = tuple(child.moved((*path, place)) for place, child in enumerate(self.items()))
        return replace(self, value=self.value if self.is_scalar else items, path=path)

    def problem(self, message: str, at: Node | None = None) -> Problem:
        """Say what is wrong here, on the line of `at` if that is more exact."""
        place = at or self
        return Problem(message, ".".join(map(str, self.path)), place.file, place.line)

    def _child(self, step: str | int) -> Node | None:
        if isinstance(step, int):
            return self.items()[step] if 0 <= step < len(self.items()) else None
        return self.entries().get(step)


def node_of(value: Any, path: KeyPath = ()) -> Node:
    """Make a tree of plain values that are in no file.

    Examples
    --------
    >>> node_of({"depth": [1, True]}).plain()
    {'depth': [1, True]}
    """
    if isinstance(value, Mapping):
        return Node({key: node_of(inner, (*path, key)) for key, inner in value.items()}, path)
    if isinstance(value, list | tuple):
        return Node(tuple(node_of(item, (*path, place)) for place, item in enumerate(value)), path)
    return Node(value, path, text=value if isinstance(value, str) else json.dumps(value, default=str))
