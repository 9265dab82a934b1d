"""A tree has the shape of a noun, or every way in which it has not is a problem with its place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from pydantic import ValidationError

from sim.errors import Problem, one_of
from sim.language.keys import keys_at
from sim.language.node import KeyPath, Node
from sim.language.sentences import sentence
from sim.scenario.noun import Noun

_FORMS = {
    "consent": "always, never or {when: {issue: [options]}}",
    "order": "drawn or a list of parties",
}
"""The keys that may be written in several forms: people hear of all the forms at once."""


def validate[N: Noun](
    model: type[N], node: Node, also: Collection[str] = (), as_text: frozenset[KeyPath] = frozenset()
) -> tuple[N | None, list[Problem]]:
    """Make a noun of a map; None and all problems where that cannot be.

    Scalars where text is wanted are taken as written, so a label may be ``12`` or ``true``; those in
    `as_text` too. Keys in `also` are somebody else's: neither read nor complained about.
    """
    known = [key for key in keys_at(model) if key not in also]
    stray = [
        _unknown_key(node, key, value, [*also, *known])
        for key, value in node.entries().items()
        if key not in known and key not in also
    ]
    noun, problems, _ = _made(model, node, known, as_text)
    return (None if stray else noun), [*stray, *problems]


def taken_as_text(model: type[Noun], node: Node) -> frozenset[KeyPath]:
    """Return the paths of the scalars of a map that a noun takes as written, because it wants text.

    Examples
    --------
    >>> from sim.scenario import Issue
    >>> sorted(taken_as_text(Issue, Node({"question": Node(12, ("question",), text="12")})))
    [('question',)]
    """
    return _made(model, node, keys_at(model), frozenset())[2]


def _made[N: Noun](
    model: type[N], node: Node, known: Iterable[str], as_text: frozenset[KeyPath]
) -> tuple[N | None, list[Problem], frozenset[KeyPath]]:
    entries = {key: node.entries()[key] for key in node.entries() if key in set(known)}
    while True:
        try:
            plain = {key: child.plain(as_text) for key, child in entries.items()}
            return model.model_validate(plain), [], as_text
        except ValidationError as refusal:
            errors = refusal.errors(include_url=False)
            wanted = as_text | set(_wanted_as_text(node, errors))
            if wanted == as_text:
                return None, list(_problems(model, node, errors)), as_text
            as_text = wanted


def _wanted_as_text(node: Node, errors: Iterable[Any]) -> Iterator[KeyPath]:
    for error in errors:
        spot, _ = _locate(node, error)
        if error["type"] == "string_type" and spot.word() is not None:
            yield spot.path


def _problems(model: type[Noun], node: Node, errors: Iterable[Any]) -> Iterator[Problem]:
    unions: dict[KeyPath, list[Any]] = {}
    for error in errors:
        _, union = _locate(node, error)
        if union is None:
            yield _problem(model, node, error)
        else:
            unions.setdefault(union, []).append(error)
    for union, branches in unions.items():
        yield from _union_problems(model, node, union, branches)


def _union_problems(model: type[Noun], node: Node, union: KeyPath, branches: list[Any]) -> Iterator[Problem]:
    """Report what is wrong inside the one form that was meant; if that is unclear, name all forms."""
    to_the_form = len(union) - len(node.path) + 1
    inside = [error for error in branches if len(error["loc"]) > to_the_form]
    forms = _FORMS.get(str(union[-1]))
    if forms and not inside:
        spot, _ = _locate(node, branches[0])
        yield spot.problem(f"expected {forms}, found {spot.found}")
    else:
        yield from (_problem(model, node, error) for error in inside or branches[:1])


def _problem(model: type[Noun], node: Node, error: Any) -> Problem:
    spot, _ = _locate(node, error)
    if error["type"] == "missing":
        return spot.problem(f"missing key {error['loc'][-1]!r}")
    if error["type"] == "extra_forbidden":
        holder = node.get(*spot.path[len(node.path) : -1]) or node
        keys = keys_at(model, holder.path[len(node.path) :])
        return _unknown_key(holder, str(spot.path[-1]), spot, keys)
    return spot.problem(sentence(error, spot.found))


def _unknown_key(holder: Node, key: str, value: Node, keys: Iterable[str]) -> Problem:
    return holder.problem(one_of("key", key, keys), at=value)


def _locate(node: Node, error: Any) -> tuple[Node, KeyPath | None]:
    """Find the node an error speaks of; if it is in one form of several, where the forms part too.

    Pydantic puts the name of the form into the error's location, where the text has no such key.
    """
    union: KeyPath | None = None
    for step in error["loc"][:-1] if error["type"] == "missing" else error["loc"]:
        child = node.get(step)
        if child is not None:
            node = child
        elif union is None:
            union = node.path
    return node, union
