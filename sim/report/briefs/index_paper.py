"""The index of a class's papers."""

from __future__ import annotations

from collections.abc import Mapping

from sim.analysis.briefing import Briefing
from sim.report.blocks import Document, Link, Listing, Prose, Section
from sim.report.briefs.class_words import about_class
from sim.version import __version__

PRINT = "One for each team. Print each alone, and give it to its team alone."
TOGETHER = (
    "All papers of one classroom belong together: lines, points and what no deal is worth are drawn once for "
    "all of them. Do not mix papers of different classrooms: `--code WORD` puts a word of yours on all "
    "papers of one."
)


def index_paper(
    found: Briefing, roles: Mapping[str, str], instructor: str, code: str | None = None
) -> Document:
    """List the papers: `roles` are the files of the role sheets by party, `instructor` that of its own.

    `code` is what the classroom is called, if anything.
    """
    case = found.case
    own = (Link("Instructor's sheet", instructor), ": all points, and what can be signed.")
    sheets = tuple((Link(case.parties[party].name, file),) for party, file in roles.items())
    return Document(
        title=case.title,
        below=f"Papers for a class{about_class(code, ', ')}. For the instructor.",
        inside=(
            Prose(case.about),
            Section("Role sheets", (Prose(PRINT), Listing(sheets))),
            Section("For the instructor", (Listing((own,)), Prose(TOGETHER))),
        ),
        caution=f"guarantee-sim {__version__}. An exercise, and no forecast.",
    )
