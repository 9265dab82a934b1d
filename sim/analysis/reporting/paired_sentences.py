"""What a variant changes, in five sentences: how often, in which worlds, for whom, why, and on paper."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from sim.analysis.all_one import all_one
from sim.analysis.comparing.comparison import Comparison
from sim.analysis.comparing.points import points, probability, signed
from sim.analysis.exploring.finding import Finding
from sim.analysis.measure_words import value_words
from sim.compatibility import Check
from sim.negotiation.endings import Ending
from sim.scenario.listing import listed
from sim.scenario.words import counted, percent, possessive

ABOUT = ("agreement", "flips", "gains", "lines", "compatible")
"""What the sentences are about, in this order."""


def paired_sentences(
    found: Comparison, base: Check, other: Check, names: tuple[str, str]
) -> tuple[Finding, ...]:
    """Return a sentence about each of `ABOUT`.

    Parameters
    ----------
    found
        The comparison, world by world.
    base, other
        What follows from the red lines of the two scenarios alone.
    names
        What the two runs are called.

    Examples
    --------
    >>> import sim
    >>> soft = sim.load("2025-08-21", {"parties.russia.red_lines.no-foreign-troops": None})
    >>> found = sim.compare("2025-08-21", soft, worlds=100, seed=1)
    >>> stated = sim.check(found.a.case), sim.check(soft)
    >>> paired_sentences(found, *stated, ("august", "soft"))[-1].text
    'On paper, 8 of 288 packages cross no red line of a party they need with august, and 24 of 288 with soft.'
    """
    return (
        _agreement(found, names),
        _flips(found, names),
        _gains(found, names),
        _lines(found, names),
        _compatible(base, other, names),
    )


def _agreement(found: Comparison, names: tuple[str, str]) -> Finding:
    (row,) = found.endings[found.endings["ending"] == Ending.AGREED.name].to_dict("records")
    change, interval = points(row["difference"], row["low"], row["high"])
    numbers = {"pairs": found.pairs, **{key: float(row[key]) for key in ("a", "b", "difference")}}
    if _certain(found):
        a, b = (value_words("agreed", row[side], found.a.case) for side in ("a", "b"))
        alike = f", so that all {found.pairs:,} worlds are one" if found.pairs > 1 else ""
        text = f"With {names[0]} {a}, and with {names[1]} {b}: nothing is uncertain in either{alike}."
        return Finding("agreement", text, numbers)
    with_a, with_b = (f"in {percent(row[side], 1)} of" for side in ("a", "b"))
    same = "same world" if found.pairs == 1 else "same worlds"
    text = (
        f"There is a deal {with_a} {counted(found.pairs, 'world')} with {names[0]} and {with_b} the {same} "
        f"with {names[1]}: {change} points (95% interval {interval})."
    )
    return Finding("agreement", text, numbers | {key: float(row[key]) for key in ("low", "high")})


def _certain(found: Comparison) -> bool:
    """Tell whether all worlds are one, with either scenario."""
    return all_one(found.a) and all_one(found.b)


def _flips(found: Comparison, names: tuple[str, str]) -> Finding:
    to, fro = found.to_agreement.worlds, found.from_agreement.worlds
    numbers = {
        "changed": found.changed,
        "to_agreement": to,
        "from_agreement": fro,
        "p_value": found.p_value,
    }
    if not found.changed:
        return Finding(
            "flips", f"Every world ends as with {names[0]}, with the same package if any.", numbers
        )
    ends = "ends" if found.changed == 1 else "end"
    otherwise = f"{counted(found.changed, 'world')} {ends} otherwise or with another package"
    if not found.flipped:
        return Finding("flips", f"{otherwise}; none flips to a deal or from one.", numbers)
    by_chance = f"flips as one-sided would have probability {probability(found.p_value)}"
    chance = "" if _certain(found) else f" (were either way as likely, {by_chance})"
    flips = f"{to:,} {_flip(to)} to a deal and {fro:,} from one"
    return Finding("flips", f"{otherwise}: {flips}{chance}.", numbers)


def _flip(number: int) -> str:
    return "flips" if number == 1 else "flip"


def _gains(found: Comparison, names: tuple[str, str]) -> Finding:
    """Sort the parties by whether their mean utility is higher, lower or not clearly either."""
    rows = found.parties.to_dict("records")
    same = [row for row in rows if row["same_preferences"]]
    up, down = [row for row in same if row["low"] > 0], [row for row in same if row["high"] < 0]
    clear = {row["party"] for row in [*up, *down]}
    between = [str(row["name"]) for row in same if row["party"] not in clear]
    unlike = [str(row["name"]) for row in rows if not row["same_preferences"]]
    parts = [
        *([f"higher for {_told(up)}"] if up else []),
        *([f"lower for {_told(down)}"] if down else []),
        *([f"not clearly different for {listed(between)}"] if between else []),
        *([f"on another scale for {listed(unlike)}, whose wants are assumed otherwise"] if unlike else []),
    ]
    text = (
        f"With {names[1]} mean utility is {'; '.join(parts)}." if parts else "They have no party in common."
    )
    numbers = {str(row["party"]): _numbers(row) for row in rows}
    return Finding("gains", text, {"parties": numbers, "gain": _ids(up), "lose": _ids(down)})


def _lines(found: Comparison, names: tuple[str, str]) -> Finding:
    """Say what is different in the worlds that flip the commoner way."""
    to_deal = found.to_agreement.worlds >= found.from_agreement.worlds
    told = found.to_agreement if to_deal else found.from_agreement
    if not told.worlds:
        return Finding("lines", "No world flips, so there is nothing to explain.", {"worlds": 0})
    where = f"In the {counted(told.worlds, 'world')} that {_flip(told.worlds)}"
    way = f"{where} {'to' if to_deal else 'from'} a deal"
    rows = told.lines.to_dict("records")
    numbers: dict[str, Any] = {"worlds": told.worlds, "same_lines": told.same_lines}
    if not rows:
        return Finding("lines", f"{way}, the same red lines are held in both.", numbers)
    top = rows[0]
    alone = "a_only" if top["a_only"] >= top["b_only"] else "b_only"
    numbers |= {"line": top["id"], alone: int(top[alone])}
    name = names[0] if alone == "a_only" else names[1]
    every = "it" if told.worlds == 1 else "all of them"
    many = every if top[alone] == told.worlds else f"{top[alone]:,}"
    same = f"; in {told.same_lines:,} the same lines are held in both" if told.same_lines else ""
    text = (
        f"{way}, {possessive(top['party_name'])} “{top['label']}” is held with {name} alone in {many}{same}."
    )
    return Finding("lines", text, numbers)


def _compatible(base: Check, other: Check, names: tuple[str, str]) -> Finding:
    one, two = _crossing(base), _number(other)
    text = f"On paper, {one} no red line of a party they need with {names[0]}, and {two} with {names[1]}."
    if not base.scenario.red_lines and not other.scenario.red_lines:
        text = "No party states a red line in either."
    counts = {
        side: {"compatible": stated.survey.compatible, "possible": stated.survey.possible}
        for side, stated in (("a", base), ("b", other))
    }
    return Finding("compatible", text, counts)


def _crossing(stated: Check) -> str:
    found = stated.survey
    if found.compatible is None or found.possible is None:
        return f"{_number(stated)} of the packages cross"
    verb = "crosses" if found.compatible == 1 else "cross"
    return f"{_number(stated)} {'package' if found.possible == 1 else 'packages'} {verb}"


def _number(stated: Check) -> str:
    found = stated.survey
    if found.compatible is None or found.possible is None:
        return "some (too many to count)" if found.examples else "none"
    return f"{found.compatible:,} of {found.possible:,}"


def _told(rows: list[dict[Hashable, Any]]) -> str:
    return listed([f"{row['name']} ({signed(row['difference'])})" for row in rows])


def _numbers(row: Mapping[Hashable, Any]) -> dict[str, Any]:
    return {key: float(row[key]) for key in ("difference", "low", "high", "better", "worse")}


def _ids(rows: list[dict[Hashable, Any]]) -> list[str]:
    return [str(row["party"]) for row in rows]
