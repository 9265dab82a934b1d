"""A worksheet: what to think of before the talks, and room to note what happens in them."""

from __future__ import annotations

from collections.abc import Iterator

from sim.analysis.briefing import Order, Role
from sim.report.blocks import Grid, Listing, Section
from sim.scenario import Scenario

LOGGED = 10
"""For how many offers there is room in the log."""


def before_the_talks(case: Scenario, role: Role) -> Section:
    """Ask what to think of before the talks."""
    worth = "place" if isinstance(role.sheet, Order) else "points"
    return Section("Before the talks", (Listing(tuple(_before(case, role, worth)), numbered=True),))


def log(role: Role) -> Iterator[Section]:
    """Leave room to note what happens in the talks, and how they end."""
    worth = "Its place" if isinstance(role.sheet, Order) else "Points"
    offers = tuple((str(number), "", "", "", "", "") for number in range(1, LOGGED + 1))
    columns = ("No.", "Round", "Offered by", "What it says, or changes", worth, "Accepted by")
    table = Grid("Offers on the table.", columns, offers, write=1)
    yield Section("During the talks", (table,), new_page=True)
    above = [] if isinstance(role.sheet, Order) else ["Points above walking away"]
    ended = tuple((what, "") for what in ("How it ended, in which round", "What was agreed", worth, *above))
    yield Section("After the talks", (Grid("How it ended.", ("What", "Your notes"), ended, write=1),))


def _before(case: Scenario, role: Role, worth: str) -> Iterator[str]:
    yield f"Which package do you ask for first? Note its {worth}, and whose consent it needs."
    yield "Which issue could you give way on at least cost to you, and what do you ask for in return?"
    yield "Read the others' positions: what does each of them probably want most? What may cost them little?"
    if len(case.red_lines) > len(role.lines):
        yield "Which of the others' red lines do you believe? What would make you doubt one?"
    if role.lines:
        yield "How will you speak of your own red lines, those that are real and those that are not?"
    without = (
        " Who could agree without you, and on what?" if case.parties[role.party].consent != "always" else ""
    )
    yield f"What is the least that you sign?{without}"
