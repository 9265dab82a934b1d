"""YAML and JSON become a tree of plain values; those of YAML know their lines.

YAML is read as version 1.1, as NegMAS reads it (`yes` is true there), and nothing in it is run.
"""

from __future__ import annotations

import json
import math
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from sim.exchange.notes import Page

_DEEPEST = 60
_YAML = "tag:yaml.org,2002:"
_PLAIN = {f"{_YAML}{name}" for name in ("map", "seq", "set", "omap", "pairs")} | {
    f"{_YAML}python/{name}" for name in ("dict", "list", "tuple")
}
"""Tags of lists and maps that stand for no code; those of scalars are the loader's to know."""


@dataclass(frozen=True)
class Piece:
    """A scalar, a list of pieces or a map of pieces, and its line, which is 0 where it is unknown.

    Reading is tolerant: what is not there, or not of the asked form, is empty.
    """

    value: Any
    line: int = 0

    def get(self, key: Hashable) -> Piece | None:
        """Return what is under a key of a map."""
        return self.value.get(key) if isinstance(self.value, dict) else None

    def word(self, key: Hashable) -> str:
        """Return the text under a key, empty if there is none."""
        piece = self.get(key)
        return piece.value if piece is not None and isinstance(piece.value, str) else ""

    @property
    def items(self) -> list[Piece] | None:
        """The items, if it is a list."""
        return self.value if isinstance(self.value, list) else None

    @property
    def entries(self) -> dict[Hashable, Piece]:
        """What a map holds."""
        return self.value if isinstance(self.value, dict) else {}

    @property
    def is_scalar(self) -> bool:
        """Whether it is one text, number, true or false, or nothing."""
        return not isinstance(self.value, dict | list)

    @property
    def number(self) -> float | None:
        """The number, if it is one; true is none."""
        value = self.value
        if isinstance(value, bool) or not isinstance(value, int | float) or math.isnan(value):
            return None
        try:
            return float(value)
        except OverflowError:
            return math.copysign(math.inf, value)


def read_yaml(data: bytes, page: Page) -> Piece | None:
    """Read a text; None, and a problem with its line, if it is no YAML."""
    try:
        if _depth(data) > _DEEPEST:
            page.problem(f"nested more than {_DEEPEST} deep")
            return None
        loader = yaml.CSafeLoader(data)
        node = loader.get_single_node()
        return None if node is None else _Pieces(loader, page).of(node)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        page.problem(f"not YAML: {error.problem}", mark.line + 1 if mark else 0)
    except (yaml.YAMLError, ValueError) as error:
        page.problem(f"not YAML: {getattr(error, 'reason', error)}")
    return None


def read_json(data: bytes, page: Page) -> Piece | None:
    """Read a text; None, and a problem with its line, if it is no JSON."""
    try:
        return _piece(json.loads(data.decode("utf-8-sig")))
    except json.JSONDecodeError as error:
        page.problem(f"not JSON: {error.msg}", error.lineno)
    except ValueError as error:
        page.problem(f"not JSON: {error}")
    except RecursionError:
        page.problem("nested too deep")
    return None


def _depth(data: bytes) -> int:
    """Count how deep lists and maps are nested, from events alone: to compose nodes may exhaust the stack."""
    depth = deepest = 0
    for event in yaml.parse(data, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        deepest = max(deepest, depth)
        if deepest > _DEEPEST:
            break
    return deepest


class _Pieces:
    """Makes pieces of the nodes of a text; what aliases repeat is made once."""

    def __init__(self, loader: yaml.CSafeLoader, page: Page) -> None:
        self._loader = loader
        self._page = page
        self._made: dict[int, Piece] = {}

    def of(self, node: yaml.Node) -> Piece:
        """Return the piece of a node."""
        if id(node) not in self._made:
            line = _line(node)
            self._made[id(node)] = Piece("an alias of itself", line)  # until it is known
            self._made[id(node)] = Piece(self._value(node), line)
        return self._made[id(node)]

    def _value(self, node: yaml.Node) -> Any:
        if isinstance(node, yaml.CollectionNode) and node.tag not in _PLAIN:
            tag = node.tag.replace(_YAML, "!!", 1)
            self._page.problem(f"{tag} is code, and is not run; expected plain values", _line(node))
        if isinstance(node, yaml.SequenceNode):
            return [self.of(item) for item in node.value]
        if isinstance(node, yaml.MappingNode):
            return dict(self._entries(node))
        return self._loader.construct_object(node)

    def _entries(self, node: yaml.MappingNode) -> Iterator[tuple[Hashable, Piece]]:
        seen: set[Hashable] = set()
        for key_node, value_node in node.value:
            key = _key(self.of(key_node))
            if key in seen:
                self._page.problem(f"key {key!r} is there twice", _line(key_node))
            seen.add(key)
            yield key, self.of(value_node)


def _line(node: yaml.Node) -> int:
    line: int = node.start_mark.line
    return line + 1


def _key(piece: Piece) -> Hashable:
    items = piece.items
    if items is not None:
        return tuple(map(_key, items))
    return piece.value if piece.is_scalar else "a map"


def _piece(value: Any) -> Piece:
    if isinstance(value, dict):
        return Piece({key: _piece(inner) for key, inner in value.items()})
    if isinstance(value, list):
        return Piece([_piece(item) for item in value])
    return Piece(value)
