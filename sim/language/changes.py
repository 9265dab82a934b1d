"""Changes to a scenario that are in no file: texts from the command line, or plain values from Python."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date

from sim.errors import Problem, ScenarioError
from sim.language.dotted import read_path
from sim.language.node import Node
from sim.language.reading import read_value

Changes = Mapping[str, object] | Sequence[str]
"""Path -> plain value; or texts ``PATH=VALUE``, the value in YAML."""

_LONGEST_SHOWN = 120

_ESCAPED = re.compile("[\x7f-\ud7ff\ue000-\uffff]")
"""Among these are signs that JSON may hold in a text, and that YAML refuses or takes for ends of lines."""


def read_changes(changes: Changes) -> tuple[list[Node], list[Problem]]:
    """Read changes; return the new values, each under its path, and what is wrong with the others.

    Examples
    --------
    >>> (rounds,), _ = read_changes({"negotiation.rounds": 20})
    >>> rounds.path, rounds.value, rounds.file
    (('negotiation', 'rounds'), 20, "changes['negotiation.rounds']")
    """
    values: list[Node] = []
    problems: list[Problem] = []
    for change in [changes] if isinstance(changes, str) else changes:
        try:
            value, found = _read_one(changes, change)
        except ScenarioError as error:
            problems += error.problems
        else:
            values.append(value)
            problems += found
    return values, problems


def _read_one(changes: Changes, change: object) -> tuple[Node, list[Problem]]:
    if not isinstance(change, str):
        raise _refusal(f"expected a path as text, found {change!r}", "changes")
    return _read_plain(change, changes[change]) if isinstance(changes, Mapping) else _read_text(change)


def _read_text(written: str) -> tuple[Node, list[Problem]]:
    place = f"--set {_shown(written)}"
    path, rest = read_path(written, place)
    if not rest:
        raise _refusal("no equals sign, expected PATH=VALUE", place)
    return _read(path, rest[1:], place)


def _read_plain(written: str, value: object) -> tuple[Node, list[Problem]]:
    """Write the value as JSON, which is YAML: so it is read, and bounded, as everything else is."""
    place = f"changes[{_shown(written)!r}]"
    path, rest = read_path(written, place)
    if rest:
        raise _refusal("an equals sign in the path, expected a key that holds one in double quotes", place)
    try:
        text = json.dumps(value, ensure_ascii=False, default=_simpler)
    except (TypeError, ValueError, RecursionError) as error:
        raise _refusal(f"not a plain value: {error}", place) from None
    return _read(path, _ESCAPED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text), place)


def _simpler(value: object) -> object:
    """Make of NumPy's numbers and arrays, and of dates, what JSON can hold."""
    if hasattr(value, "tolist"):
        return value.tolist()
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"found {type(value).__name__}, expected text, numbers, true, false, None, lists or maps")


def _read(path: tuple[str, ...], text: str, place: str) -> tuple[Node, list[Problem]]:
    if path[0] == "extends":
        raise _refusal("'extends' cannot be set: changes are made to what has been merged already", place)
    try:
        "".join((*path, text)).encode()
    except UnicodeEncodeError:
        raise _refusal("not UTF-8, expected UTF-8 text", place) from None
    return read_value(text, path, place)


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else f"{line[:_LONGEST_SHOWN]}..."


def _refusal(message: str, place: str) -> ScenarioError:
    return ScenarioError([Problem(message, file=place)])
