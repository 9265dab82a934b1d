"""Preferences are about issues and options that exist, and say enough to compute utilities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sim.errors import Problem, one_of
from sim.language.node import Node
from sim.language.patterns import Issues, issues_of, option_nodes
from sim.scenario.uncertain import parse

_FORMS = (("weights", "scores"), ("ranking",), ("priorities",))
"""The ways in which preferences may be told."""


def preference_problems(root: Node) -> Iterator[Problem]:
    """Find weights, scores and rankings of what does not exist, and scores that are missing."""
    issues = issues_of(root)
    for party in root.entries("parties").values():
        preferences = party.get("preferences")
        if preferences is not None:
            yield from _unknown_names(preferences, issues)
            yield from _missing_scores(preferences, issues)
            yield from _weightless(preferences)
            yield from _orders(preferences, root.entries("packages"))


def _unknown_names(preferences: Node, issues: Issues) -> Iterator[Problem]:
    for part in filter(None, (preferences.get("weights"), preferences.get("scores"))):
        for issue, node in part.entries().items():
            if issue not in issues:
                yield part.problem(one_of("issue", issue, issues), at=node)
    for issue, scores in preferences.entries("scores").items():
        options = issues.get(issue, ())
        for option, score in scores.entries().items():
            if options and option not in options:
                yield scores.problem(one_of("option", option, options), at=score)


def _missing_scores(preferences: Node, issues: Issues) -> Iterator[Problem]:
    """Find the options of issues with a weight above 0 that have no score."""
    scores = preferences.entries("scores")
    for issue, weight in preferences.entries("weights").items():
        options = issues.get(issue, ())
        missing = [option for option in options if option not in preferences.entries("scores", issue)]
        if not missing or not _may_exceed_zero(weight):
            continue
        if issue not in scores:
            yield weight.problem(f"issue {issue!r} has a weight but no scores, expected {', '.join(options)}")
        elif scores[issue].is_map:
            yield scores[issue].problem(f"no score for {', '.join(missing)}, expected one for every option")


def _weightless(preferences: Node) -> Iterator[Problem]:
    weights = preferences.entries("weights").values()
    if preferences.entries("scores") and not any(map(_may_exceed_zero, weights)):
        place = preferences.get("weights")
        yield preferences.problem("scores without weights, expected some weight above 0", at=place)


def _orders(preferences: Node, packages: Mapping[str, Node]) -> Iterator[Problem]:
    """Find rankings of packages that have no name, and preferences that are told in two ways at once."""
    told = {key for key in preferences.entries() if preferences.entries(key) or preferences.items(key)}
    forms = [" and ".join(form) for form in _FORMS if told & set(form)]
    if len(forms) > 1:
        yield preferences.problem(f"preferences are told in several ways, expected {', or '.join(forms)}")
    for form in ("ranking", "priorities"):
        empty = preferences.get(form)
        if empty is not None and empty.is_list and not empty.items():
            yield empty.problem(f"{form} is empty, expected at least one entry")
    yield from _ranked(preferences, packages)


def _ranked(preferences: Node, packages: Mapping[str, Node]) -> Iterator[Problem]:
    """Find what a ranking names that has no name, or names twice."""
    ranked: list[str] = []
    for tier in preferences.items("ranking"):
        for named in option_nodes(tier):
            name = named.word()
            if name is not None and name not in packages:
                yield tier.problem(one_of("package", name, packages), at=named)
            elif name in ranked:
                yield tier.problem(f"package {name!r} is ranked twice, expected every package once", at=named)
            ranked += [name] if name is not None else []


def _may_exceed_zero(weight: Node) -> bool:
    """Tell whether a weight is ever above 0; one that cannot be read gets the benefit of the doubt."""
    try:
        return parse(weight.plain()).bounds[1] > 0
    except ValueError:
        return True
