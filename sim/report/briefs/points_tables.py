"""The points of all parties side by side: of options, of packages that can be signed, of solution points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from sim.analysis.briefing import LISTED, Briefing, Points
from sim.analysis.landing.concept_names import NAMES
from sim.report.blocks import Block, Grid, Group, Prose, Row
from sim.report.briefs.naming import Naming
from sim.report.briefs.worth_words import needed, tenths, worth
from sim.scenario import describe, describe_options
from sim.scenario.listing import listed
from sim.scenario.words import capitalised


def points_tables(found: Briefing) -> Iterator[Block]:
    """Show what every option is worth to every party, and what each needs."""
    if found.room.orders:
        yield from _orders(found)
    sheets = {p: r.sheet for p, r in found.room.roles.items() if isinstance(r.sheet, Points)}
    if not sheets:
        return
    groups = [
        Group(
            issue.question,
            tuple(
                (label, *(tenths(sheet.options[place][number]) for sheet in sheets.values()))
                for number, label in enumerate(issue.options.values())
            ),
        )
        for place, issue in enumerate(found.case.issues.values())
    ]
    columns = ("Issue and option", *(found.case.parties[party].name for party in sheets))
    numbers = frozenset(range(1, len(columns)))
    caption = "Points of each option; add up those of a package to see what it is worth to each party."
    groups.append(Group("Together", _sums(found, list(sheets))))
    yield Grid(caption, columns, numeric=numbers, groups=tuple(groups))


def _sums(found: Briefing, parties: Sequence[str]) -> tuple[Row, ...]:
    """Say what each party needs, and what its best package is worth."""
    roles = [found.room.roles[party] for party in parties]
    first = ("Needed", *(needed(role, role.least) for role in roles))
    last = ("Needed in the last round", *(needed(role, role.least_in_the_end) for role in roles))
    best = ("Best package", *(worth(role, role.best) for role in roles))
    return (first, best) if first[1:] == last[1:] else (first, last, best)


def _orders(found: Briefing) -> Iterator[Block]:
    """Show the places of packages for the parties of which only the order is known."""
    room, case = found.room, found.case
    names = listed([case.parties[party].name for party in room.orders])
    yield Prose(
        f"Of {names} only the order of packages is known: there are no points that could be added up, and "
        "what is said of a package is its place, 1 for the best. So there are no solution points."
    )
    every = np.flatnonzero(room.public.possible)
    cells = [
        (
            describe(case, int(index)),
            *(worth(room.roles[p], int(room.roles[p].totals[index])) for p in room.orders),
        )
        for index in every[:LISTED]
    ]
    cut = f" The first {LISTED} of {len(every):,} are listed." if len(every) > LISTED else ""
    columns = ("Package", *(case.parties[party].name for party in room.orders))
    caption = f"The places of packages in each order.{cut}"
    sums = Group("Together", _sums(found, room.orders))
    yield Grid(caption, columns, tuple(cells), frozenset(range(1, len(columns))), (sums,))


def listed_packages(found: Briefing, naming: Naming) -> Iterator[Block]:
    """List the packages that can be signed, the efficient ones first, with what they are worth."""
    room, case = found.room, found.case
    count = int(room.acceptable.sum())
    if naming.common:
        yield Prose(f"All packages of the list say: {describe_options(case, naming.common)}.")
    cells = [
        (
            f"{number}{'*' if room.efficient[index] else ''}",
            naming.in_list(index),
            *(_with_consent(found, place, index) for place in range(len(room.roles))),
        )
        for number, index in enumerate(found.listed, 1)
    ]
    cut = f" The first {LISTED} of {count:,} are listed." if count > LISTED else ""
    caption = (
        "Packages that every party whose consent they need can sign. With a star: no other of them is "
        "better for a party at the table and worse for none. In brackets: this party's consent is not "
        f"needed.{cut}"
    )
    columns = ("No.", "It says" if naming.common else "Package", *(p.name for p in case.parties.values()))
    yield Grid(caption, columns, tuple(cells), numeric=frozenset(range(2, len(columns))))


def solution_points(found: Briefing, naming: Naming) -> Iterator[Block]:
    """Show what theories of bargaining would pick, and what that is worth."""
    picked = {name: index for name, index in found.room.solutions.items() if index >= 0}
    if not picked:
        yield Prose("There are none: no package leaves every party at the table with as much as no deal.")
        return
    cells = [
        (
            capitalised(NAMES[name]),
            _called(naming, index),
            *(worth(role, int(role.totals[index])) for role in found.room.roles.values()),
        )
        for name, index in picked.items()
    ]
    yield Prose(
        "What theories of bargaining pick, of the packages that nobody who has to sign holds a line against "
        "and that leave every party at the table with as much as no deal. Nash: the largest product of "
        "gains. Kalai-Smorodinsky: to all the same part of the most they could gain. Egalitarian: the most "
        "for who gains least. Utilitarian: the largest sum. Leximin: as Kalai-Smorodinsky, ties broken by "
        "who has the next least."
    )
    columns = ("Concept", "Package", *(party.name for party in found.case.parties.values()))
    numbers = frozenset(range(2, len(columns)))
    yield Grid("What they pick, and what it is worth.", columns, tuple(cells), numeric=numbers)


def _with_consent(found: Briefing, place: int, index: int) -> str:
    role = list(found.room.roles.values())[place]
    told = worth(role, int(role.totals[index]))
    return told if found.room.public.consent[place, index] else f"({told})"


def _called(naming: Naming, index: int) -> str:
    number = naming.number(index)
    return f"package {number}" if number else naming(index).removeprefix("the package ")
