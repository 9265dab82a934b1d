"""What a variant changes, in five sentences: how often, in which worlds, for whom, why, and on paper."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from sim.analysis.comparing.comparison import Comparison
from sim.analysis.comparing.points import points, probability, signed
from sim.analysis.exploring.finding import Finding
from sim.compatibility import Check
from sim.negotiation.endings import Ending
from sim.scenario.listing import listed

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
    text = (
        f"There is a deal in {row['a']:.1%} of {found.pairs:,} worlds with {names[0]} and in {row['b']:.1%} "
        f"of the same worlds with {names[1]}: {change} points (95% interval {interval})."
    )
    shares = {key: float(row[key]) for key in ("a", "b", "difference", "low", "high")}
    return Finding("agreement", text, {"pairs": found.pairs, **shares})


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
    otherwise = f"{_worlds(found.changed)} end otherwise or with another package"
    if not found.flipped:
        return Finding("flips", f"{otherwise}; none flips to a deal or from one.", numbers)
    chance = (
        f"were either way as likely, flips as one-sided would have probability {probability(found.p_value)}"
    )
    return Finding(
        "flips",
        f"{otherwise}: {to:,} flip to a deal and {fro:,} from one ({chance}).",
        numbers,
    )


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
    way = f"In the {_worlds(told.worlds)} that flip {'to' if to_deal else 'from'} a deal"
    rows = told.lines.to_dict("records")
    numbers: dict[str, Any] = {"worlds": told.worlds, "same_lines": told.same_lines}
    if not rows:
        return Finding("lines", f"{way}, the same red lines are held in both.", numbers)
    top = rows[0]
    alone = "a_only" if top["a_only"] >= top["b_only"] else "b_only"
    numbers |= {"line": top["id"], alone: int(top[alone])}
    name = names[0] if alone == "a_only" else names[1]
    many = "all of them" if top[alone] == told.worlds else f"{top[alone]:,}"
    same = f"; in {told.same_lines:,} the same lines are held in both" if told.same_lines else ""
    text = f"{way}, {top['party_name']}'s “{top['label']}” is held with {name} alone in {many}{same}."
    return Finding("lines", text, numbers)


def _compatible(base: Check, other: Check, names: tuple[str, str]) -> Finding:
    one, two = _count(base), _count(other)
    text = (
        f"On paper, {one} packages cross no red line of a party they need with {names[0]}, and {two} with "
        f"{names[1]}."
    )
    counts = {
        side: {"compatible": stated.survey.compatible, "possible": stated.survey.possible}
        for side, stated in (("a", base), ("b", other))
    }
    return Finding("compatible", text, counts)


def _count(stated: Check) -> str:
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


def _worlds(number: int) -> str:
    return f"{number:,} world{'' if number == 1 else 's'}"
