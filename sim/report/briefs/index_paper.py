"""The index of a class's papers."""

from __future__ import annotations

from collections.abc import Mapping

from sim.analysis.briefing import Briefing
from sim.report.briefs.class_words import about_class
from sim.report.briefs.document import Heading, Items, Link, Paper, Text
from sim.version import __version__


def index_paper(found: Briefing, roles: Mapping[str, str], instructor: str, code: str | None = None) -> Paper:
    """List the papers: `roles` are the files of the role sheets by party, `instructor` that of its own.

    `code` is what the classroom is called, if anything.
    """
    case = found.case
    sheets = tuple((Link(case.parties[party].name, file),) for party, file in roles.items())
    return Paper(
        title=case.title,
        about=f"Papers for a class{about_class(code, ', ')}. For the instructor.",
        blocks=(
            Text(case.about),
            Heading("Role sheets"),
            Text("One for each team. Print each alone, and give it to its team alone."),
            Items(sheets),
            Heading("For the instructor"),
            Items([(Link("Instructor's sheet", instructor), ": all points, and what can be signed.")]),
            Text(
                "All papers of one classroom belong together: lines, points and what no deal is worth are "
                "drawn once for all of them. Do not mix papers of different classrooms: --code WORD "
                "puts a word of yours on all papers of one."
            ),
        ),
        foot=f"guarantee-sim {__version__}. An exercise, and no forecast.",
    )  # fmt: skip
