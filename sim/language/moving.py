"""What is said of moves is about parties, issues, options and packages that exist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sim.errors import Problem, one_of
from sim.language.node import Node
from sim.language.patterns import Issues, issues_of, option_nodes

_FEWEST = 2


def move_problems(root: Node) -> Iterator[Problem]:
    """Find what is wrong with who controls what, where moves go one way only, and where things stand."""
    issues = issues_of(root)
    yield from _controls(root, issues)
    for issue, way in root.entries("one_way").items():
        if issue not in issues:
            yield way.problem(one_of("issue", issue, issues))
        elif issues[issue] and way.is_list:
            yield from _options(way, issues[issue])
    yield from _status_quo(root, issues)


def _controls(root: Node, issues: Issues) -> Iterator[Problem]:
    parties = root.entries("parties")
    for party, held in root.entries("controls").items():
        if parties and party not in parties:
            yield held.problem(one_of("party", party, parties))
        if held.is_list and not held.items():
            yield held.problem(f"no issue, expected some of {', '.join(issues)}")
        named: list[str] = []
        for issue in option_nodes(held):
            name = issue.word()
            if name is not None and issues and name not in issues:
                yield held.problem(one_of("issue", name, issues), at=issue)
            elif name in named:
                yield held.problem(f"issue {name!r} is named twice, expected every issue once", at=issue)
            named += [name] if name is not None else []


def _options(way: Node, known: Sequence[str]) -> Iterator[Problem]:
    named: list[str] = []
    for node in way.items():
        name = node.word()
        if name is None:
            continue
        if name not in known:
            yield way.problem(one_of("option", name, known), at=node)
        elif name in named:
            yield way.problem(f"option {name!r} is named twice, expected every option once", at=node)
        named.append(name)
    if len(way.items()) < _FEWEST:
        yield way.problem("expected two options or more, in the order in which they may follow one another")


def _status_quo(root: Node, issues: Issues) -> Iterator[Problem]:
    where, packages = root.get("status_quo"), root.entries("packages")
    name = where.word() if where is not None else None
    if where is None or name is None:
        return
    if name not in packages:
        yield where.problem(one_of("package", name, packages))
    elif left := [issue for issue in issues if issue not in packages[name].entries()]:
        yield where.problem(
            f"package {name!r} leaves {', '.join(left)} open, expected one that settles every issue"
        )
