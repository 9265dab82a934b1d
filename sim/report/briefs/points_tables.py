"""The points of all parties side by side: of options, of packages that can be signed, of solution points."""

from __future__ import annotations

from collections.abc import Iterator

from sim.analysis.briefing import LISTED, Briefing, Order, Points
from sim.analysis.exploring.landed import NAMES
from sim.report.briefs.document import Block, Grid, Group, Heading, Text, rows
from sim.report.briefs.naming import Naming, unlike
from sim.report.briefs.worth_words import needed, tenths, worth
from sim.scenario import describe_options
from sim.scenario.listing import listed


def points_table(found: Briefing) -> Iterator[Block]:
    """Show what every option is worth to every party, and what each needs."""
    case, roles = found.case, found.room.roles
    yield Heading("All scoring sheets side by side")
    if found.room.orders:
        names = listed([case.parties[party].name for party in found.room.orders])
        yield Text(
            f"Of {names} only the order of packages is known: there are no points that could be added up, "
            "and what "
            "is said of a package is its place, 1 for the best. So there are no solution points either."
        )
    groups = [
        Group(
            [
                (label, *(_points(role.sheet, place, number) for role in roles.values()))
                for number, label in enumerate(issue.options.values())
            ],
            issue.question,
        )
        for place, issue in enumerate(case.issues.values())
    ]
    possible = found.room.public.possible
    sums = [
        ("Needed in the first round", *(needed(role, role.least) for role in roles.values())),
        ("Needed in the last round", *(needed(role, role.least_in_the_end) for role in roles.values())),
        ("Best package", *(worth(role, int(role.totals[possible].max())) for role in roles.values())),
    ]
    if all(role.least == role.least_in_the_end for role in roles.values()):
        sums = [("Needed", *sums[0][1:]), sums[2]]
    columns = ("Issue and option", *(party.name for party in case.parties.values()))
    numbers = frozenset(range(1, len(columns)))
    caption = "Points of each option; add up those of a package to see what it is worth to each party."
    yield Grid(caption, columns, (*groups, Group(sums, "Together")), numbers=numbers)


def listed_packages(found: Briefing, naming: Naming) -> Iterator[Block]:
    """List the packages that can be signed, the efficient ones first, with what they are worth."""
    room, case = found.room, found.case
    count = int(room.acceptable.sum())
    if naming.common:
        yield Text(f"All packages of the list say: {describe_options(case, naming.common)}.")
    cells = [
        (
            f"{number}{'*' if room.efficient[index] else ''}",
            unlike(case, index, naming.common),
            *(_with_consent(found, place, index) for place in range(len(room.roles))),
        )
        for number, index in enumerate(found.listed, 1)
    ]
    cut = f" The first {LISTED} of {count:,} are listed." if count > LISTED else ""
    caption = (
        "Packages that every party whose consent they need can sign. With a star: no other of them is "
        "better for a "
        f"party at the table and worse for none. In brackets: this party's consent is not needed.{cut}"
    )
    columns = ("No.", "It says" if naming.common else "Package", *(p.name for p in case.parties.values()))
    yield Grid(caption, columns, rows(*cells), numbers=frozenset(range(2, len(columns))))


def solution_points(found: Briefing, naming: Naming) -> Iterator[Block]:
    """Show what theories of bargaining would pick, and what that is worth."""
    picked = {name: index for name, index in found.room.solutions.items() if index >= 0}
    if not found.room.solutions:
        return
    yield Heading("Solution points")
    if not picked:
        yield Text("There are none: no package leaves every party at the table with as much as no deal.")
        return
    cells = [
        (
            _capital(NAMES[name]),
            _called(naming, index),
            *(worth(role, int(role.totals[index])) for role in found.room.roles.values()),
        )
        for name, index in picked.items()
    ]
    columns = ("Concept", "Package", *(party.name for party in found.case.parties.values()))
    caption = (
        "What theories of bargaining pick, of the packages that nobody who has to sign holds a line against "
        "and that "
        "leave every party at the table with as much as no deal. Nash: the largest product of gains. "
        "Kalai-Smorodinsky: to all the same part of the most they could gain. Egalitarian: the most for who "
        "gains "
        "least. Utilitarian: the largest sum. Leximin: as Kalai-Smorodinsky, ties broken by who has the "
        "next least."
    )
    yield Grid(caption, columns, rows(*cells), numbers=frozenset(range(2, len(columns))))


def _points(sheet: Points | Order, place: int, number: int) -> str:
    return "by order" if isinstance(sheet, Order) else tenths(sheet.options[place][number])


def _with_consent(found: Briefing, place: int, index: int) -> str:
    role = list(found.room.roles.values())[place]
    told = worth(role, int(role.totals[index]))
    return told if found.room.public.consent[place, index] else f"({told})"


def _called(naming: Naming, index: int) -> str:
    number = naming.number(index)
    return f"package {number} of the list" if number else naming(index).removeprefix("the package ")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
