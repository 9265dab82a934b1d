"""How to compare groups afterwards: a table to enter agreements in, and what may be compared with what."""

from __future__ import annotations

from collections.abc import Iterator

from sim.analysis.briefing import Briefing
from sim.report.briefs.document import Block, Grid, Group, Heading, Items, Text
from sim.report.briefs.worth_words import needed

GROUPS = 4
"""For how many groups there is room."""


def debrief(found: Briefing) -> Iterator[Block]:
    """Lay out the table of agreements, and say how to compare them."""
    yield Heading("The class's own agreements")
    yield Text(
        "Enter what each group agreed, look up each party's points in the table of all scoring sheets, and "
        "add them up."
        if not found.room.orders
        else "Enter what each group agreed, and look up its places in the list of packages, or on the role "
        "sheets."
    )
    case, room = found.case, ("",) * GROUPS
    agreed = Group([(issue.question, *room) for issue in case.issues.values()], "Agreed on")
    roles = found.room.roles.items()
    worth = Group(
        [
            (f"{case.parties[party].name} (needs {needed(role, role.least_in_the_end)})", *room)
            for party, role in roles
        ],
        "Worth to",
    )
    judged = Group(
        [(what, *room) for what in ("Round", "In the list of what can be signed? With a star?")], "How good"
    )
    columns = ("Agreement", *(f"Group {number}" for number in range(1, GROUPS + 1)))
    yield Grid("One column a group.", columns, (agreed, worth, judged), write=1)
    yield Heading("How to compare", 3)
    yield Items(tuple(_comparing(found)))


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
