"""A file, or one value, becomes a tree of nodes, or a problem that says why it cannot."""

from __future__ import annotations

import yaml

from sim.errors import Problem, ScenarioError
from sim.language.finding import Source
from sim.language.node import KeyPath, Node
from sim.language.parsing import Parser

_MOST_BYTES = 1_000_000


def read(source: Source) -> tuple[Node, list[Problem]]:
    """Read one file; return its tree, and the problems that do not stop the reading.

    Raises
    ------
    ScenarioError
        If the file cannot be read as one YAML map of bearable size.
    """
    text = _text(source)
    parser = Parser(text, source.shown)
    try:
        return parser.tree(), parser.problems
    except yaml.YAMLError as error:
        raise ScenarioError([*parser.problems, _syntax(error, text, source.shown)]) from None


def read_value(text: str, path: KeyPath, place: str) -> tuple[Node, list[Problem]]:
    """Read one value that is in no file, as what stands under the keys of `path`.

    Problems name `place` instead of a file and a line.

    Raises
    ------
    ScenarioError
        If the text cannot be read as one YAML value of bearable size.
    """
    if len(text) > _MOST_BYTES:
        raise ScenarioError([Problem("above 1 MB, expected a shorter value", file=place)])
    parser = Parser(text, place, has_lines=False)
    try:
        return parser.value(path, "no value, expected one (null removes)"), parser.problems
    except yaml.YAMLError as error:
        reason = getattr(error, "problem", None) or getattr(error, "reason", error)
        raise ScenarioError([*parser.problems, Problem(f"not YAML: {reason}", file=place)]) from None


def _text(source: Source) -> str:
    try:
        with source.path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise _unreadable(f"cannot be read: {error.strerror}", source) from None
    if len(data) > _MOST_BYTES:
        raise _unreadable("above 1 MB, expected a smaller file", source)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _unreadable("not UTF-8, expected UTF-8 text", source, line) from None


def _unreadable(message: str, source: Source, line: int = 0) -> ScenarioError:
    return ScenarioError([Problem(message, file=source.shown, line=line)])


def _syntax(error: yaml.YAMLError, text: str, file: str) -> Problem:
    """Turn the parser's complaint into one sentence with its line."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        line = text.encode().count(b"\n", 0, getattr(error, "position", 0)) + 1
        return Problem(f"not YAML: {getattr(error, 'reason', error)}", file=file, line=line)
    line = error.problem_mark.line + 1
    if _is_indented_by_tab(text, line):
        return Problem("a tab indents this line, expected spaces", file=file, line=line)
    since = f"{error.context} of line {error.context_mark.line + 1}, " if error.context_mark else ""
    return Problem(f"not YAML: {since}{error.problem}", file=file, line=line)


def _is_indented_by_tab(text: str, line: int) -> bool:
    written = "".join(text.split("\n")[line - 1 : line])
    return "\t" in written[: len(written) - len(written.lstrip())]
