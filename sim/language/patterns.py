"""Patterns, packages and consents name issues and options that exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sim.errors import Problem, one_of
from sim.language.node import Node

Issues = Mapping[str, Sequence[str]]
"""Issue -> the ids of its options; none where the options cannot be read."""

_SIDES = ("forbid", "require", "unless")


def issues_of(root: Node) -> Issues:
    """Read the issues, as far as they can be read."""
    issues = root.entries("issues")
    return {issue: tuple(node.entries("options")) for issue, node in issues.items()}


def option_nodes(written: Node) -> tuple[Node, ...]:
    """Return the options written for one issue: a list, or a single one without brackets."""
    return written.items() if written.word() is None else (written,)


def pattern_problems(root: Node) -> Iterator[Problem]:
    """Find what is wrong with patterns, wherever they stand, with consents and with named packages."""
    issues = issues_of(root)
    for pattern in _patterns(root):
        if pattern.is_map and not pattern.entries():
            yield pattern.problem("names no issue, expected {issue: [options], ...}")
        yield from name_problems(pattern, issues)
    for named in (*root.entries("packages").values(), *_asked_for(root)):
        yield from name_problems(named, issues)


def name_problems(pattern: Node, issues: Issues) -> Iterator[Problem]:
    """Find the issues and options of a pattern that do not exist."""
    for issue, written in pattern.entries().items():
        if issue not in issues:
            yield pattern.problem(one_of("issue", issue, issues), at=written)
        elif issues[issue]:
            yield from _option_problems(pattern, written, issue, issues[issue])


def _option_problems(pattern: Node, written: Node, issue: str, options: Sequence[str]) -> Iterator[Problem]:
    if written.is_list and not written.items():
        yield pattern.problem(f"no option of {issue!r}, expected some of {', '.join(options)}", at=written)
    for option in option_nodes(written):
        name = option.word()
        if name is not None and name not in options:
            yield pattern.problem(one_of("option", name, options), at=option)


def _patterns(root: Node) -> Iterator[Node]:
    yield from filter(None, (rule.get("forbid") for rule in root.items("rules")))
    for party in root.entries("parties").values():
        for line in party.entries("red_lines").values():
            yield from filter(None, (line.get(side) for side in _SIDES))
        for wanted in party.items("preferences", "priorities"):
            yield from wanted.items() if wanted.is_list else (wanted,)


def _asked_for(root: Node) -> Iterator[Node]:
    for party in root.entries("parties").values():
        yield from filter(None, (party.get("consent", "when"),))
