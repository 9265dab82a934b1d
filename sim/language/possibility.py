"""Some package is possible: for the rules together, for every named package, for every consent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import prod

from sim.errors import Problem
from sim.language.node import Node
from sim.language.patterns import Issues, issues_of, name_problems, option_nodes
from sim.scenario import Issue, PackageSpace, Rule

_MOST_PACKAGES = 10_000_000
_MOST_ISSUES = 64  # axes of a NumPy array
_MOST_MARKS = 1_000_000_000  # packages times patterns: some seconds

_Choices = Mapping[str, tuple[str, ...]]


def possibility_problems(root: Node) -> Iterator[Problem]:
    """Find what no possible package answers to, if the issues and rules can be read and are not too many."""
    issues = issues_of(root)
    space = _space(root, issues)
    if space is None:
        return
    if not space.possible.any():
        yield root.entries()["rules"].problem("the rules forbid every package, expected some to be possible")
        return
    for name, package in root.entries("packages").items():
        if (choices := _choices(package, issues)) is not None and not _any(space, choices):
            yield package.problem(f"the rules forbid every package that {name!r} stands for")
    for name, party in root.entries("parties").items():
        yield from _needless(space, name, party.get("consent"), issues)


def _space(root: Node, issues: Issues) -> PackageSpace | None:
    patterns = [rule.get("forbid") for rule in root.items("rules")]
    forbidden = [_choices(pattern, issues) if pattern else None for pattern in patterns]
    rules = [Rule(forbid=choices, because="") for choices in forbidden if choices]
    if len(rules) < len(patterns) or not _countable(root, issues):
        return None
    return PackageSpace({name: _issue(options) for name, options in issues.items()}, rules)


def _issue(options: Sequence[str]) -> Issue:
    return Issue(question="", options=dict.fromkeys(options, ""))


def _countable(root: Node, issues: Issues) -> bool:
    """Tell whether all packages can be looked at, once for every pattern."""
    size = prod(map(len, issues.values()))
    patterns = 1 + sum(len(root.entries(part)) for part in ("packages", "parties")) + len(root.items("rules"))
    few = size <= _MOST_PACKAGES and size * patterns <= _MOST_MARKS
    return 0 < len(issues) <= _MOST_ISSUES and size > 0 and few


def _choices(pattern: Node, issues: Issues) -> _Choices | None:
    """Read a pattern, or None if anything is wrong with it."""
    entries = pattern.entries()
    listed = {issue: tuple(map(Node.word, option_nodes(node))) for issue, node in entries.items()}
    choices = {issue: tuple(filter(None, words)) for issue, words in listed.items()}
    wrong = choices != listed or any(True for _ in name_problems(pattern, issues))
    return None if wrong or not pattern.is_map or not all(choices.values()) else choices


def _any(space: PackageSpace, choices: _Choices) -> bool:
    return bool((space.possible & space.matches(choices)).any())


def _needless(space: PackageSpace, name: str, consent: Node | None, issues: Issues) -> Iterator[Problem]:
    """Find a party that is never asked, because the rules forbid all it could be asked for."""
    when = consent.get("when") if consent is not None else None
    choices = _choices(when, issues) if when is not None else None
    if consent is None or not choices:
        return
    if not any(_any(space, {issue: options}) for issue, options in choices.items()):
        yield consent.problem(f"nobody needs party {name!r}: the rules forbid all it is asked for")
