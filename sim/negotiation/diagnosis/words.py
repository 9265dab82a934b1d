"""Sets of obstacles in words."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sim.compatibility.minimal_sets import Lines
from sim.negotiation.diagnosis.ids import no_deal_id, obstacle_ids
from sim.scenario import Scenario
from sim.scenario.listing import listed

MOST_TOLD = 4
"""How many sets are told at most; how many more there are is said."""


def sets_in_words(case: Scenario, sets: Sequence[Lines], link: str, *, whole: bool) -> str:
    """List sets of obstacles, linked by "or" or "nor"; unless it is the `whole` list, say so.

    Examples
    --------
    >>> import sim
    >>> case = sim.load("2025-08-21")
    >>> sets_in_words(case, [frozenset({0}), frozenset({1, 10, 11})], "or", whole=True)[:40]
    "Russia's red line no-foreign-troops; or "
    """
    ids = obstacle_ids(case)
    told = [set_in_words(case, [ids[place] for place in one]) for one in sets[:MOST_TOLD]]
    rest = max(len(sets) - MOST_TOLD, 0)
    if rest or not whole:
        number = str(rest) if whole else f"over {rest}"
        other = "set" if rest == 1 and whole else "sets"
        told.append(f"{'any' if link == 'nor' else 'one'} of {number} other {other}")
    return f"; {link} ".join(told)


def set_in_words(case: Scenario, ids: Collection[str]) -> str:
    """Say what a set of obstacles holds, party by party.

    Examples
    --------
    >>> import sim
    >>> case = sim.load("2025-08-21")
    >>> set_in_words(case, ["no-foreign-troops", "assurances-must-bind"])
    "Russia's red line no-foreign-troops together with Ukraine's red line assurances-must-bind"
    >>> set_in_words(case, ["no-us-ground-troops", "us.no_deal"])
    "United States' red line no-us-ground-troops and its reservation value"
    """
    parts = [_part(case, party, ids) for party in case.parties]
    return " together with ".join(filter(None, parts))


def _part(case: Scenario, party: str, ids: Collection[str]) -> str:
    lines = [line for line in case.parties[party].red_lines if line in ids]
    what = [f"red line{'s' * (len(lines) > 1)} {listed(lines, 'and')}"] if lines else []
    if no_deal_id(party) in ids:
        what.append("its reservation value" if lines else "reservation value")
    name = case.parties[party].name
    return f"{name}{"'" if name.endswith('s') else "'s"} {' and '.join(what)}" if what else ""
