"""The parser's events become a tree of nodes: YAML 1.2, nothing evaluated, everything bounded.

Of PyYAML only the C parser is used; it reports events one by one and neither recurses nor makes objects.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import yaml

from sim.errors import Problem, ScenarioError
from sim.language.node import KeyPath, Node
from sim.language.scalars import read_scalar

_MOST_NODES = 200_000
_DEEPEST = 60

_KINDS = {
    "issues": "issue",
    "options": "option",
    "packages": "package",
    "parties": "party",
    "red_lines": "red line",
    "statements": "statement",
}


class Parser:
    """Builds the nodes of one text; `problems` collects what does not stop it.

    Text that is no file's, such as a value on the command line, has no lines worth counting.
    """

    def __init__(self, text: str, file: str, *, has_lines: bool = True) -> None:
        self._events: Any = yaml.parse(text, Loader=yaml.CSafeLoader)
        self._file = file
        self._has_lines = has_lines
        self._anchors: dict[str, Node] = {}
        self._room = _MOST_NODES
        self.problems: list[Problem] = []

    def tree(self) -> Node:
        """Read the one document of a file: a map."""
        root = self.value((), "the file is empty, expected a scenario")
        if not root.is_map:
            raise self._stop(f"expected a map of keys, found {root.found}", root.line)
        return root

    def value(self, path: KeyPath, if_empty: str) -> Node:
        """Read the one document of the text, of any form, as what stands under the keys of `path`."""
        start = next(self._events)  # the stream starts
        if isinstance(next(self._events), yaml.StreamEndEvent):
            raise self._stop(if_empty, self._line(start))
        value = self._node(next(self._events), path)
        next(self._events)  # the document ends
        if not isinstance(after := next(self._events), yaml.StreamEndEvent):
            raise self._stop("a second document starts here, expected one", self._line(after))
        return value

    def _line(self, event: Any) -> int:
        return event.start_mark.line + 1 if self._has_lines else 0

    def _node(self, event: Any, path: KeyPath) -> Node:
        line = self._line(event)
        self._take(1, len(path), line)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event.anchor, path, line)
        node = self._written(event, path, line)
        if event.tag is not None:
            self.problems.append(node.problem(f"tag {event.tag!r}, expected none: types are not chosen here"))
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        return node

    def _written(self, event: Any, path: KeyPath, line: int) -> Node:
        if isinstance(event, yaml.MappingStartEvent):
            return self._map(path, line)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(path, line)
        value = event.value if event.style else read_scalar(event.value)
        return Node(value, path, self._file, line, event.value)

    def _list(self, path: KeyPath, line: int) -> Node:
        items: list[Node] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, (*path, len(items))))
        return Node(tuple(items), path, self._file, line)

    def _map(self, path: KeyPath, line: int) -> Node:
        entries: dict[str, Node] = {}
        first: dict[str, int] = {}
        here = Node(entries, path, self._file, line)
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, (*path, "?"))
            value = self._node(next(self._events), (*path, key.text))
            if not key.is_scalar:
                self.problems.append(here.problem(f"expected text as a key, found {key.found}", at=key))
            elif key.text in entries:
                message = f"{_kind(path)} {key.text!r} is used twice"
                earlier = f", first on line {first[key.text]}" if self._has_lines else ""
                self.problems.append(here.problem(message + earlier, at=key))
            else:
                entries[key.text] = value if value.is_scalar else replace(value, line=key.line)
                first[key.text] = key.line
        return here

    def _alias(self, name: Any, path: KeyPath, line: int) -> Node:
        if name not in self._anchors:
            raise self._stop(f"alias '*{name}' names nothing that is complete above it", line)
        pieces = [len(node.path) for node in self._anchors[name].walk()]
        self._take(len(pieces), max(pieces) - pieces[0] + len(path), line)
        return self._anchors[name].moved(path)

    def _take(self, count: int, depth: int, line: int) -> None:
        """Stop before more is read than a scenario can need."""
        self._room -= count
        if self._room < 0:
            raise self._stop(f"more than {_MOST_NODES:,} values, aliases counted in full", line)
        if depth > _DEEPEST:
            raise self._stop(f"nested more than {_DEEPEST} deep", line)

    def _stop(self, message: str, line: int) -> ScenarioError:
        return ScenarioError([*self.problems, Problem(message, file=self._file, line=line)])


def _kind(path: KeyPath) -> str:
    return _KINDS.get(str(path[-1]), "key") if path else "key"
