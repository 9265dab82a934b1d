"""How many packages cross no red line, and the smallest conflict or the least that would have to give."""

from __future__ import annotations

from typing import Any

from sim.analysis.exploring.finding import Finding
from sim.analysis.reporting.naming import whose
from sim.compatibility import Check
from sim.compatibility.surviving import firmness
from sim.scenario import Scenario
from sim.scenario.listing import listed
from sim.scenario.words import counted


def compatible(stated: Check) -> Finding:
    """Say how many packages nobody blocks, and what would have to give to open more.

    Examples
    --------
    >>> import sim
    >>> compatible(sim.check("2025-08-21")).text.split(";")[0]
    "8 of 288 possible packages cross nobody's red line"
    """
    found = stated.survey
    numbers: dict[str, Any] = {
        "compatible": found.compatible,
        "possible": found.possible,
        "objected": found.objected,
    }
    if not stated.scenario.red_lines:
        which = "no package" if found.possible is None else f"none of {counted(found.possible, 'package')}"
        return Finding("compatible", f"No party states a red line, so {which} crosses one.", numbers)
    remedy, more = _conflict(stated) if stated.conflicts else _concession(stated)
    text = f"{_count(stated)}{remedy}"
    return Finding("compatible", f"{text}.", numbers | more)


def _count(stated: Check) -> str:
    found = stated.survey
    if found.possible is None or found.compatible is None:
        known = "Some packages cross" if found.examples else "No package crosses"
        return f"{known} no red line of a party whose consent they need (there are too many to count)"
    if found.objected:
        whose = f"no red line of a party they need, though others object to {found.objected:,} of them"
    else:
        whose = "nobody's red line"
    verb = "crosses" if found.compatible == 1 else "cross"
    return f"{found.compatible:,} of {counted(found.possible, 'possible package')} {verb} {whose}"


def _conflict(stated: Check) -> tuple[str, dict[str, Any]]:
    """Tell the smallest set of lines that cannot be held together, the first of equals."""
    smallest = min(stated.conflicts, key=len)
    lines = listed([whose(stated.scenario, line) for line in smallest])
    others = len(stated.conflicts) - 1
    more = f" (one of {others + 1:,} such sets)" if others else ""
    text = f"; the fewest red lines that cannot be held together are {lines}{more}"
    return text, {"conflict": list(smallest), "conflicts": others + 1}


def _concession(stated: Check) -> tuple[str, dict[str, Any]]:
    """Tell the smallest set of lines that would open more, of equals the one that opens most."""
    if not stated.concessions:
        return "", {}
    lines, opening = min(stated.concessions, key=lambda one: (len(one[0]), -(one[1].opens or 0)))
    which = listed([_how_firm(stated.scenario, line) for line in lines])
    opens = "some more" if opening.opens is None else f"{opening.opens:,} more"
    verb = "gives" if len(lines) == 1 else "give"
    text = f"; the least that opens {opens} is that {which} {verb} way"
    return text, {"concession": list(lines), "opens": opening.opens}


def _how_firm(case: Scenario, line: str) -> str:
    return f"{whose(case, line)} (held with probability {100 * firmness(case, line):.3g}%)"
