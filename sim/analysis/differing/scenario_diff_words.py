"""What two scenarios differ in, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, Final

from sim.analysis.differing.value_words import in_words, plain
from sim.language.dotted import write_path
from sim.language.writing import spell
from sim.scenario.words import possessive

MISSING: Final = object()
"""Stands for what a scenario does not have."""


@dataclass(frozen=True)
class Differing:
    """Something that two scenarios have differently: where, and what each has.

    Of a map or list that is `in_order`, only the order differs.
    """

    keys: tuple[str | int, ...]
    before: Any
    after: Any
    in_order: bool = False


_NAMES = {
    "scenario": "title",
    "as_of": "as of",
    "statements.*": "statement {1}",
    "statements.*.*": "statement {1}: {2}",
    "issues.*": "issue {1}",
    "issues.*.question": "issue {1}: question",
    "issues.*.options": "options of issue {1}",
    "issues.*.options.*": "option {3} of issue {1}",
    "rules.*": "rule {place}",
    "rules.*.*": "rule {place}: {2}",
    "packages": "named packages",
    "packages.*": "package {1}",
    "packages.*.*": "package {1}: {2}",
    "parties.*": "party {1}",
    "parties.*.name": "party {1}: name",
    "parties.*.red_lines": "{whose} red lines",
    "parties.*.red_lines.*": "red line {3} of {party}",
    "parties.*.red_lines.*.forbid": "{whose} red line {3}: forbids",
    "parties.*.red_lines.*.require": "{whose} red line {3}: requires",
    "parties.*.red_lines.*.softens.round": "{whose} red line {3}: softens from round",
    "parties.*.red_lines.*.softens.chance": "{whose} red line {3}: chance that it softens",
    "parties.*.red_lines.*.*": "{whose} red line {3}: {4}",
    "parties.*.preferences.weights": "{whose} weights",
    "parties.*.preferences.weights.*": "{party}: weight of {4}",
    "parties.*.preferences.scores": "{whose} scores",
    "parties.*.preferences.scores.*": "{party}: scores of {4}",
    "parties.*.preferences.scores.*.*": "{party}: score of {4} {5}",
    "parties.*.preferences.statement": "{party}: statement that its preferences rest on",
    "parties.*.preferences.because": "{party}: reason for its preferences",
    "parties.*.no_deal.value": "{party}: what no deal is worth",
    "parties.*.no_deal.drift": "{party}: change per round of what no deal is worth",
    "parties.*.no_deal.because": "{party}: reason for what no deal is worth",
    "parties.*.walks_out": "{party}: walks out",
    "parties.*.walks_out.after": "{party}: rounds after which it walks out",
    "parties.*.walks_out.chance": "{party}: chance that it may walk out",
    "parties.*.walks_out.because": "{party}: reason for walking out",
    "parties.*.*": "{party}: {2}",
    "controls.*": "what {1} controls",
    "one_way": "issues that go one way",
    "one_way.*": "the way of issue {1}",
    "status_quo": "status quo",
    "correlate": "correlations",
    "correlate.*": "correlation {place}",
    "correlate.*.*": "correlation {place}: {2}",
    "negotiation": "settings of the negotiation",
    "negotiation.order": "order of speaking",
    "negotiation.*": "{1}",
    "ensemble.*": "{1}",
}
"""What people call the things of a scenario: the first that fits."""

_INSTEAD = {
    "packages.*.*": "open",
    "parties.*.red_lines.*.softens": "never",
    "parties.*.walks_out": "never",
    "controls.*": "nothing",
    "one_way.*": "any",
    "status_quo": "not said",
    "negotiation.order": "that of the file",
    "negotiation.*": "not set",
}
"""What to say where there is nothing, of what is rather set than there."""

_LONG = 60
_AROUND = 3


def words(found: Differing, parties: Mapping[str, str]) -> str:
    """Say in a few words what differs.

    Parameters
    ----------
    found
        What differs.
    parties
        What people call the parties: id -> name.

    Examples
    --------
    >>> words(Differing(("parties", "us", "no_deal", "drift"), 0, 0.01), {"us": "United States"})
    'United States: change per round of what no deal is worth 0 -> 0.01'
    >>> words(Differing(("parties",), ("us", "uk"), ("uk", "us"), in_order=True), {})
    'parties in another order: us, uk -> uk, us'
    >>> words(Differing(("packages", "shield"), MISSING, {"troops": "none"}), {})
    'Only in the second: package shield (troops: none)'
    """
    name = called(_NAMES, found.keys, parties) or write_path(found.keys)
    instead = _fitting(_INSTEAD, found.keys)
    if found.in_order:
        return f"{name} in another order{_orders(found.before, found.after)}"
    if instead is None and found.before is MISSING:
        return f"Only in the second: {name} ({in_words(found.after)})"
    if instead is None and found.after is MISSING:
        return f"Only in the first: {name} ({in_words(found.before)})"
    before, after = _pair(found.before, found.after, instead)
    return f"{name} {before} -> {after}"


def _pair(before: Any, after: Any, instead: str | None) -> tuple[str, str]:
    """Say two values so that they differ in words too: as in a file, where words would be the same."""
    if isinstance(before, str) and isinstance(after, str) and max(len(before), len(after)) > _LONG:
        return _apart(before.split(" "), after.split(" "))
    one, other = (instead if instead and _is_nothing(value) else in_words(value) for value in (before, after))
    return (one, other) if one != other else (spell(plain(before)), spell(plain(after)))


def _apart(before: list[str], after: list[str]) -> tuple[str, str]:
    """Quote of two long texts what is different, and a few words around it.

    >>> _apart("a b c d e f g h i".split(), "a b c d e X Y f g h i".split())
    ('"... c d e f g h ..."', '"... c d e X Y f g h ..."')
    """
    same = sum(1 for _ in takewhile(_equal, zip(before, after, strict=False)))
    rest = before[same:], after[same:]
    end = sum(1 for _ in takewhile(_equal, zip(*(text[::-1] for text in rest), strict=False)))
    return _quoted(before, same, end), _quoted(after, same, end)


def _quoted(text: list[str], same: int, end: int) -> str:
    first, last = max(same - _AROUND, 0), len(text) - max(end - _AROUND, 0)
    parts = ["..."] * (first > 0) + text[first:last] + ["..."] * (last < len(text))
    return f'"{" ".join(parts)}"'


def _equal(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]


def _is_nothing(value: Any) -> bool:
    return value is None or value is MISSING


def _orders(before: tuple[Any, ...], after: tuple[Any, ...]) -> str:
    named = all(isinstance(item, str) for item in (*before, *after))
    return f": {', '.join(before)} -> {', '.join(after)}" if named else ""


def called(table: Mapping[str, str], keys: tuple[str | int, ...], parties: Mapping[str, str]) -> str | None:
    """Call something by the first pattern of a table that fits the keys that lead to it; None if none does.

    Examples
    --------
    >>> table = {"parties.*.no_deal.value": "{party}: what no deal is worth"}
    >>> called(table, ("parties", "us", "no_deal", "value"), {"us": "United States"})
    'United States: what no deal is worth'
    """
    party = parties.get(str(keys[1]), str(keys[1])) if len(keys) > 1 else ""
    place = keys[1] + 1 if len(keys) > 1 and isinstance(keys[1], int) else 0
    name = _fitting(table, keys)
    return None if name is None else name.format(*keys, party=party, whose=possessive(party), place=place)


def _fitting(table: Mapping[str, str], keys: tuple[str | int, ...]) -> str | None:
    """Return what the first pattern that fits the keys stands for."""
    patterns = ((pattern.split("."), name) for pattern, name in table.items())
    return next((name for pattern, name in patterns if _fits(pattern, keys)), None)


def _fits(pattern: list[str], keys: tuple[str | int, ...]) -> bool:
    return len(pattern) == len(keys) and all(
        each in {"*", str(key)} for each, key in zip(pattern, keys, strict=True)
    )
