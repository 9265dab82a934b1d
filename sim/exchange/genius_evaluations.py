"""What the options of one issue are worth by a profile of Genius, between 0 and 1."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from sim.exchange.domain import DomainIssue
from sim.exchange.notes import Page
from sim.exchange.xml_tree import Tag

_NOTHING = 1e-5
"""Where no evaluation is higher, Genius takes all for 0."""


def evaluations(issue: DomainIssue, tag: Tag, page: Page) -> tuple[float, ...]:
    """Return one evaluation for each option; empty, and problems, where some cannot be told."""
    items = list(tag.tags("item"))
    functions = list(tag.tags("evaluator"))
    if items:
        return _of_items(issue, items, tag, page)
    if functions:
        return _of_function(issue, tag, functions[0], page)
    page.problem(f"issue {issue.name!r} has no evaluations, expected <item> or <evaluator> tags", tag.line)
    return ()


def number(tag: Tag, attributes: Sequence[str], page: Page, default: float | None = None) -> float | None:
    """Return the number in the first of some attributes that is there; None, and a problem, if none is."""
    for attribute in attributes:
        written = tag.attributes.get(attribute)
        if written is None:
            continue
        try:
            value = math.nan if "_" in written else float(written)
        except ValueError:
            value = math.nan
        if math.isfinite(value):
            return value
        page.problem(f"<{tag.name}> has the {attribute} {written!r}, expected a number", tag.line)
        return None
    if default is None:
        page.problem(f"<{tag.name}> has no {' or '.join(attributes)}, expected a number", tag.line)
    return default


def _of_items(issue: DomainIssue, items: Sequence[Tag], tag: Tag, page: Page) -> tuple[float, ...]:
    told = {
        item.get("value"): number(item, ("evaluation",), page)
        for item in items
        if item.get("evaluation", "null") != "null"
    }
    missing = [option for option in issue.options if option not in told]
    if missing:
        page.problem(f"issue {issue.name!r} has no evaluation for {', '.join(map(repr, missing))}", tag.line)
    if missing or None in told.values():
        return ()
    if spare := [option for option in told if option not in issue.options]:
        listed = ", ".join(map(repr, spare))
        page.lost(
            f"issue {issue.name!r} has evaluations of what the domain does not have: {listed}", tag.line
        )
    highest = max(value for value in told.values() if value is not None)
    if highest < _NOTHING:
        return (0.0,) * len(issue.options)
    return tuple((told[option] or 0.0) / highest for option in issue.options)


def _of_function(issue: DomainIssue, tag: Tag, evaluator: Tag, page: Page) -> tuple[float, ...]:
    is_whole = tag.get("type", "integer") == "integer"
    lowest = number(tag, ("lowerbound",), page, default=_first(issue)) if is_whole else 0.0
    worth = _function(evaluator, page)
    if worth is None or lowest is None:
        return ()
    try:
        return tuple(worth(float(value) - lowest) for value in issue.values)
    except ValueError:
        page.problem(f"issue {issue.name!r} has options that are no numbers, expected <item> tags", tag.line)
        return ()


def _first(issue: DomainIssue) -> float:
    value = issue.values[0]
    return float(value) if isinstance(value, int | float) else 0.0


def _function(tag: Tag, page: Page) -> Callable[[float], float] | None:
    """Return the function that an evaluator names, as Genius computes it."""
    kind = tag.get("ftype", "linear").lower()
    if kind == "linear":
        slope, offset = (
            number(tag, ("slope", "parameter1"), page),
            number(tag, ("offset", "parameter0"), page, 0.0),
        )
        if slope is None or offset is None:
            return None
        return lambda value: min(max(slope * value + offset, 0.0), 1.0)
    if kind == "constant":
        level = number(tag, ("parameter0", "offset"), page)
        return None if level is None else lambda _: level
    if kind == "triangular":
        ends = [number(tag, (f"parameter{place}",), page) for place in range(3)]
        low, high, top = (end if end is not None else math.nan for end in ends)
        return None if None in ends else lambda value: _triangular(value, low, high, top)
    page.problem(f"evaluator {kind!r}, expected linear, constant or triangular", tag.line)
    return None


def _triangular(value: float, low: float, high: float, top: float) -> float:
    if low <= value < top:
        return (value - low) / (top - low)
    return 1 - (value - top) / (high - top) if top <= value < high else 0.0
