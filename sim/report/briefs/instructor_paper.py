"""The instructor's paper: the world in points, what can be signed, and what to talk about afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from sim.analysis.briefing import Briefing
from sim.negotiation.endings import Ending
from sim.report.blocks import Block, Code, Document, Grid, Listing, Prose, Section
from sim.report.briefs.class_words import about_class
from sim.report.briefs.debrief import debrief
from sim.report.briefs.naming import Naming
from sim.report.briefs.points_tables import listed_packages, points_tables, solution_points
from sim.report.briefs.questions import questions
from sim.report.briefs.timetable import timetable
from sim.report.briefs.why_not import why_not
from sim.report.forbids_words import forbids_words
from sim.scenario.listing import listed
from sim.scenario.quantities import uncertain
from sim.scenario.words import day_words
from sim.version import __version__

KEEP = (
    "Do not hand this out: it tells every party's private side. Choose a seed of your own, of many figures, "
    "and keep it: anyone can print all papers of a case whose seed they know or guess. The role sheets name "
    "neither the seed nor the world."
)
KNOWN = (
    "These papers are made from the seed that the case itself comes with, which everybody knows who has the "
    "case. For a class, choose another with --seed."
)
JUDGEMENT = (
    "Points, lines that are real or bluff, and what no deal is worth are assumptions of the case, drawn for "
    "this classroom: judgement, not what the real parties think. Nothing here is a forecast."
)

MADE = "Each is made from what is so in this classroom's world."


def instructor_paper(found: Briefing, command: str, code: str | None = None) -> Document:
    """Write the instructor's paper; `command` makes the papers again, `code` names the classroom."""
    case = found.case
    return Document(
        title="Instructor's sheet",
        below=f"{case.title}. For the instructor alone{about_class(code, ', ')}.",
        inside=tuple(_blocks(found, Naming(found), command)),
        caution=f"{case.title}{about_class(code)}; guarantee-sim {__version__}. {JUDGEMENT}",
    )


def _blocks(found: Briefing, naming: Naming, command: str) -> Iterator[Block]:
    yield Prose(KEEP, kind="note")
    if found.room.seed == found.case.ensemble.seed:
        yield Prose(KNOWN, kind="note")
    yield Section("In short", (Listing(tuple(_in_short(found, naming))),))
    yield Section("Timetable", (timetable(found.case),))
    yield Section("This classroom", tuple(_facts(found, command)))
    if found.case.red_lines:
        yield Section("Which red lines are real", (_lines(found),), new_page=True)
    yield Section(
        "All scoring sheets side by side", tuple(points_tables(found)), new_page=not found.case.red_lines
    )
    yield Section("What can be signed", tuple(_zopa(found, naming)))
    if found.room.solutions:
        yield Section("Solution points", tuple(solution_points(found, naming)))
    yield Section("How the simulator's parties fared", tuple(_simulator(found, naming)))
    yield from _reasons(found)
    yield debrief(found)
    asked = Listing(questions(found, naming), numbered=True)
    yield Section("Questions for the discussion", (Prose(MADE), asked))


def _in_short(found: Briefing, naming: Naming) -> Iterator[str]:
    room, case = found.room, found.case
    count, possible = int(room.acceptable.sum()), int(room.public.possible.sum())
    if count:
        best = int(room.efficient.sum())
        need = "they need" if count > 1 else "it needs"
        others = (
            f"; to {best:,} of these no other of them is better for one party and worse for none"
            if count > 1
            else ""
        )
        yield f"{count:,} of {possible:,} packages can be signed by every party whose consent {need}{others}."
    else:
        yield f"None of {possible:,} packages can be signed by every party whose consent it needs."
        yield from why_not(found)
    bluff = [one.line for role in room.roles.values() for one in role.lines if not one.real]
    if case.red_lines:
        real = len(case.red_lines) - len(bluff)
        if bluff:
            stated = len(case.red_lines)
            are = "is" if real == 1 else "are"
            yield f"{real} of {stated} red lines {are} real in this classroom. Bluff: {listed(bluff)}."
        else:
            yield "All red lines are real in this classroom."
    agreed = found.endings[Ending.AGREED]
    yield f"In {agreed:,} of {found.worlds:,} worlds of this case the simulator's parties agree."
    if found.watched.package is not None:
        yield f"In this world they agree on {naming(found.watched.package)}, in round {found.watched.round}."
    else:
        yield f"In this world: {found.watched.ending.sentence}"


def _facts(found: Briefing, command: str) -> Iterator[Block]:
    case = found.case
    facts = (
        ("Case", f"{case.name}, as of {day_words(case.as_of)}"),
        ("Seed and world", f"seed {found.room.seed}, world {found.room.world}"),
        ("Order of speaking", ", ".join(case.parties[party].name for party in found.room.order) or "nobody"),
        ("Scenario, SHA-256", case.hash),
    )
    yield Grid("What was drawn.", ("What", "Which"), facts)
    yield Prose("The same papers again; another number after --world makes those of another classroom:")
    yield Code(command)


def _lines(found: Briefing) -> Grid:
    case = found.case
    cells = []
    for party, role in found.room.roles.items():
        for one in role.lines:
            until = "real" if one.until is None else f"real until round {one.until}"
            cells.append((
                one.line, case.parties[party].name, forbids_words(case, one.line),
                until if one.real else "bluff", case.statement_of(one.line).kind,
            ))  # fmt: skip
    columns = ("Red line", "Stated by", "Says it accepts", "In this classroom", "On record")
    return Grid(
        "Everybody knows what is stated; each role sheet says what its own party means.",
        columns,
        tuple(cells),
    )


def _zopa(found: Briefing, naming: Naming) -> Iterator[Block]:
    room = found.room
    if not room.acceptable.any():
        yield Prose("No package can be signed by every party whose consent it needs.")
        yield from (Prose(sentence) for sentence in why_not(found))
    else:
        yield from listed_packages(found, naming)
    yield Prose("This is so in the last round: lines that give way with time have done so.")
    if room.by_rounding:
        yield Prose(
            f"It is said by the points on the sheets, which are rounded; of {room.by_rounding:,} packages "
            "the simulator, which does not round, says otherwise."
        )


def _reasons(found: Briefing) -> Iterator[Block]:
    """Show why the authors of the case assume what they do."""
    cells = [
        (party.name, party.preferences.because or "", party.no_deal.because or "")
        for party in found.case.parties.values()
    ]
    if any(wants or no_deal for _, wants, no_deal in cells):
        columns = ("Party", "Of what it wants", "Of what no deal is worth to it")
        reasons = Grid("Reasons that the authors of the case give.", columns, tuple(cells))
        yield Section("Why the case assumes this", (reasons,))


def _simulator(found: Briefing, naming: Naming) -> Iterator[Block]:
    seen = found.watched
    yield Prose(seen.ending.sentence)
    if seen.package is not None:
        package = seen.package
        worth = [
            (found.case.parties[party].name, naming.worth(role, package), naming.above(role, package))
            for party, role in found.room.roles.items()
        ]
        yield Prose(f"In round {seen.round} they agree on {naming(package)}.")
        caption = "What that is worth to each of them."
        columns = ("Party", "Worth", "Above walking away")
        yield Grid(caption, columns, tuple(worth), numeric=frozenset({1, 2}))
    yield from (Prose(reason) for reason in seen.reasons)
    shares = [(ending.sentence, f"{count:,} of {found.worlds:,}") for ending, count in found.endings.items()]
    other = (
        "with other draws of what is uncertain" if uncertain(found.case) else "of which nothing is uncertain"
    )
    caption = f"How worlds of this case end, {other}."
    yield Grid(caption, ("Ending", "Worlds"), tuple(shares), numeric=frozenset({1}))
