"""How to compare groups afterwards: a table to enter agreements in, and what may be compared with what."""

from __future__ import annotations

from collections.abc import Iterator

from sim.analysis.briefing import Briefing
from sim.report.blocks import Grid, Group, Listing, Prose, Section
from sim.report.briefs.worth_words import needed

GROUPS = 4
"""For how many groups there is room."""


def debrief(found: Briefing) -> Section:
    """Lay out the table of agreements, and say how to compare them."""
    enter = Prose(
        "Enter what each group agreed, look up each party's points in the table of all scoring sheets, and "
        "add them up."
        if not found.room.orders
        else "Enter what each group agreed, and look up its places in the list of packages, or on the role "
        "sheets."
    )
    case, room = found.case, ("",) * GROUPS
    agreed = [issue.question for issue in case.issues.values()]
    worth = [
        f"{case.parties[party].name} (needs {needed(role, role.least_in_the_end)})"
        for party, role in found.room.roles.items()
    ]
    judged = ["Round", "In the list of what can be signed? With a star?"]
    told = {"Agreed on": agreed, "Worth to": worth, "How good": judged}
    groups = tuple(Group(heading, tuple((what, *room) for what in whats)) for heading, whats in told.items())
    columns = ("Agreement", *(f"Group {number}" for number in range(1, GROUPS + 1)))
    table = Grid("One column a group.", columns, groups=groups, write=1)
    how = Section("How to compare", (Listing(tuple(_comparing(found))),))
    return Section("The class's own agreements", (enter, table, how), new_page=True)


def _comparing(found: Briefing) -> Iterator[str]:
    if not found.room.orders:
        yield (
            "A team's result is its gain: its points less what it needs. No deal is a gain of 0; below 0 it "
            "would have done better to walk away."
        )
    what = "Places in" if found.room.orders else "Points of"
    yield (
        f"Compare teams that played the same role in different groups. {what} different roles are not "
        "comparable: each role has its own measure."
    )
    yield (
        "A group's result is whether something better for all was left on the table: an agreement with a "
        "star could not be bettered for one party but at another's cost. Without a star, look for a package "
        "in the list that gives no party less."
    )
    yield (
        "An agreement that is not in the list should not have been signed by somebody: find out who crossed "
        "a line that was real, or took less than no deal was worth, and why."
    )
