"""Conflicts of gmcr-py (GMCR+): options, who holds them, and what each decision maker wants most [Fang2003]_.

An option is an issue with the options no and yes, as in our own conflicts (decision 36); what a party wants
becomes `priorities`, or a `ranking` where the file says that it was made by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import product
from typing import Any

from sim.exchange.formats import ConflictFormat, Kind
from sim.exchange.naming import apart, ids
from sim.exchange.notes import Page
from sim.exchange.plain_tree import Piece, read_json
from sim.scenario.protocol_choice import MEDIATOR, NEUTRAL
from sim.scenario.words import counted

_NOTHING = Piece(None)
_SAID = {"Y": "yes", "N": "no"}
_WAYS: dict[str, list[str]] = {"fwd": ["no", "yes"], "back": ["yes", "no"], "both": []}
_PAIR = 2
_MOST_RANKED = 16
"""Options up to which states are counted off, to find those that a ranking numbers."""

Pattern = dict[str, str]


def _kind(root: Piece) -> Kind | None:
    return "domain" if root.get("decisionMakers") is not None and root.get("options") is not None else None


def _scenario(root: Piece, title: str, as_of: date, page: Page) -> dict[str, Any] | None:
    before = len(page.report.problems)
    options, movers = _items(root, "options", page), _items(root, "decisionMakers", page)
    names = apart([option.word("name") for option in options])
    called = apart([mover.word("name") for mover in movers])
    issues, parties = ids(names, "option"), ids(called, "party", taken=(MEDIATOR, NEUTRAL))
    rules = [_pattern(one, issues, page) for one in (root.get("infeasibles") or _NOTHING).items or []]
    states = _states(issues, rules, page) if _by_hand(root) else []
    wants = [_wants(mover, issues, len(states), page) for mover in movers]
    ways = [_way(option, page) for option in options]
    held = [_held(mover, issues, page) for mover in movers]
    _say_left_out(root, movers, page)
    if len(page.report.problems) > before:
        return None
    size = f"{counted(len(issues), 'option')}, held by {counted(len(parties), 'party', 'parties')}"
    return {
        "scenario": title,
        "as_of": as_of,
        "about": f"A conflict from another program: {size}.",
        "issues": {
            issue: {"question": name, "options": {"no": f"{name}: no", "yes": f"{name}: yes"}}
            for issue, name in zip(issues, names, strict=True)
        },
        "rules": [{"forbid": rule, "because": "The file says that this cannot be."} for rule in rules],
        "packages": {f"state-{number}": state for number, state in enumerate(states, 1)},
        "parties": {
            party: {"name": name, "preferences": wish}
            for party, name, wish in zip(parties, called, wants, strict=True)
        },
        "controls": {party: own for party, own in zip(parties, held, strict=True) if own},
        "one_way": {issue: way for issue, way in zip(issues, ways, strict=True) if way},
        "ensemble": {"worlds": 1},
    }


def _by_hand(root: Piece) -> bool:
    """Tell whether rankings count, and not the priorities they were once made of."""
    return (root.get("useManualPreferenceRanking") or _NOTHING).value is True


def _wants(mover: Piece, issues: Sequence[str], states: int, page: Page) -> dict[str, Any]:
    """Return what a party wants: a ranking if states are numbered, else priorities."""
    if not states:
        written = (mover.get("preferences") or _NOTHING).items or []
        wished = [_statement(one, issues, page) for one in written]
        return {"priorities": wished} if wished else {}
    tiers = [
        _numbers(tier, states, page) for tier in (mover.get("preferenceRanking") or _NOTHING).items or []
    ]
    ranked = {number for tier in tiers for number in tier}
    if tiers and len(ranked) < states:
        found = f"{mover.word('name')!r} ranks {len(ranked)} of {states} states"
        page.lost(f"{found}: the others come last here")
    return {"ranking": [[f"state-{number}" for number in tier] for tier in tiers]} if tiers else {}


def _statement(piece: Piece, issues: Sequence[str], page: Page) -> list[Pattern]:
    """Return the patterns of which one has to match."""
    members = (piece.get("members") or _NOTHING).items
    return [_pattern(one, issues, page) for one in (members if members is not None else [piece])]


def _pattern(piece: Piece, issues: Sequence[str], page: Page) -> Pattern:
    """Read pairs of an option's number and Y or N."""
    pattern: Pattern = {}
    for pair in piece.items or [_NOTHING]:
        number, said = (
            pair.items if pair.items is not None and len(pair.items) == _PAIR else (_NOTHING, _NOTHING)
        )
        if _is_place(number, issues) and said.value in {"Y", "N"}:
            pattern[issues[number.value]] = _SAID[said.value]
        else:
            expected = f"expected pairs of an option, 0 to {len(issues) - 1}, and Y or N"
            page.problem(f"a condition is no list of pairs, {expected}")
    return pattern


def _numbers(tier: Piece, states: int, page: Page) -> list[int]:
    numbers = [one.value for one in (tier.items if tier.items is not None else [tier])]
    if not numbers or any(type(number) is not int or not 1 <= number <= states for number in numbers):
        page.problem(f"a ranking names {numbers}, expected numbers of states from 1 to {states}")
        return []
    return numbers


def _states(issues: Sequence[str], rules: Sequence[Pattern], page: Page) -> list[Pattern]:
    """Count off the states that can be, in the order of their numbers: the first option is the lowest bit."""
    if len(issues) > _MOST_RANKED:
        found = f"a ranking of the states of {len(issues)} options"
        page.problem(f"{found}, expected at most {_MOST_RANKED} options")
        return []
    answers = product(("no", "yes"), repeat=len(issues))
    every = (dict(zip(reversed(issues), taken, strict=True)) for taken in answers)
    return [
        {issue: state[issue] for issue in issues}
        for state in every
        if not any(rule.items() <= state.items() for rule in rules)
    ]


def _held(mover: Piece, issues: Sequence[str], page: Page) -> list[str]:
    places = (mover.get("options") or _NOTHING).items or []
    if not all(_is_place(place, issues) for place in places):
        found = f"{mover.word('name')!r} holds options that are not there"
        page.problem(f"{found}, expected some of 0 to {len(issues) - 1}")
        return []
    return [issues[place.value] for place in places]


def _way(option: Piece, page: Page) -> list[str]:
    way = option.word("permittedDirection") or "both"
    if way not in _WAYS:
        page.problem(f"option {option.word('name')!r} goes {way!r}, expected fwd, back or both")
    return _WAYS.get(way, [])


def _items(root: Piece, key: str, page: Page) -> list[Piece]:
    items = (root.get(key) or _NOTHING).items
    if not items:
        page.problem(f"no {key} are here, expected a list of them")
    return items or []


def _say_left_out(root: Piece, movers: Sequence[Piece], page: Page) -> None:
    for mover in movers:
        if (mover.get("misperceptions") or _NOTHING).items:
            page.lost(f"misperceptions of {mover.word('name')!r}: all parties see all states here")
    coalitions = (root.get("coalitions") or _NOTHING).items or []
    if any(one.items is not None for one in coalitions):
        page.lost("coalitions: sim stability asks for those that would form")


def _is_place(piece: Piece, issues: Sequence[str]) -> bool:
    return type(piece.value) is int and 0 <= piece.value < len(issues)


GMCR = ConflictFormat(
    title="GMCR",
    parsers={".gmcr": read_json},
    mark=b'"decisionMakers"',
    kind=_kind,
    name=lambda _: "",
    scenario=_scenario,
)
