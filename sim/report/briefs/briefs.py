"""The papers of a class: made from one world, and written into a folder together."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from sim import api
from sim.analysis.briefing import Briefing, briefing
from sim.errors import InputError, Problem, one_of
from sim.report.as_html import as_html
from sim.report.as_markdown import as_markdown
from sim.report.blocks import Document
from sim.report.briefs.class_words import about_class, demand_code
from sim.report.briefs.index_paper import index_paper
from sim.report.briefs.instructor_paper import instructor_paper
from sim.report.briefs.naming import Naming
from sim.report.briefs.questions import questions
from sim.report.briefs.role_paper import role_paper
from sim.scenario import Scenario
from sim.whole_file import write_folder

STYLE = Path(__file__).with_name("briefs.css")
FORMATS: dict[str, Callable[[Document], str]] = {
    "html": lambda paper: as_html(paper, STYLE.read_text("utf-8")),
    "md": as_markdown,
}
"""What papers may be written as, which is also how their files end."""


@dataclass(frozen=True, eq=False)
class Briefs:
    """A sheet for each role, one for the instructor, and an index.

    Parameters
    ----------
    found
        What they rest on.
    command
        The command line that makes them again.
    code
        What the teacher calls the classroom, which stands on every paper; None for nothing.
    """

    found: Briefing
    command: str
    code: str | None = None

    def __repr__(self) -> str:
        return f"<Briefs of {self.found.case.name}{about_class(self.code)}>"

    @cached_property
    def questions(self) -> tuple[str, ...]:
        """The questions for the discussion."""
        return questions(self.found, Naming(self.found))

    def pages(self, format: str = "html") -> Mapping[str, str]:  # noqa: A002  (reads well in a call)
        """Return the text of every file by its name: ``index``, ``instructor`` and ``role-PARTY``.

        Raises
        ------
        InputError
            If there is no such format.

        Examples
        --------
        >>> import sim
        >>> [*brief("published/prisoners-dilemma", worlds=5).pages("md")]
        ['index.md', 'instructor.md', 'role-one.md', 'role-two.md']
        """
        demand_format(format)
        roles = {party: f"role-{party}.{format}" for party in self.found.room.roles}
        instructor = f"instructor.{format}"
        papers = {
            f"index.{format}": index_paper(self.found, roles, instructor, self.code),
            instructor: instructor_paper(self.found, self.command, self.code),
            **{
                file: role_paper(self.found.case, self.found.room.roles[party], self.code)
                for party, file in roles.items()
            },
        }
        return {file: FORMATS[format](paper) for file, paper in papers.items()}

    def write(self, folder: str | Path, format: str = "html") -> list[Path]:  # noqa: A002  (as above)
        """Write all files into a folder that holds nothing yet, and return them; all appear at once.

        Raises
        ------
        InputError
            If there is no such format, or the folder holds something or cannot be written.
        """
        pages, target = self.pages(format), Path(folder)
        write_folder({file: text.encode() for file, text in pages.items()}, target)
        return [target / file for file in pages]

    def as_dict(self) -> dict[str, Any]:
        """Return what the papers say as plain values, for JSON."""
        return {
            "classroom": self.code,
            **self.found.as_dict(),
            "questions": list(self.questions),
            "command": self.command,
        }


def brief(
    case: Scenario | str | Path,
    seed: int | None = None,
    world: int = 0,
    *,
    worlds: int | None = None,
    code: str | None = None,
    allow_code: bool = False,
    command: str | None = None,
) -> Briefs:
    """Make the papers of a class that plays a case: one world, drawn once for all roles.

    Parameters
    ----------
    case, allow_code
        As in `sim.run`.
    seed, world
        What worlds are drawn from, the scenario's own number if not given, which others know; and which of
        them is this class's.
    worlds
        How many worlds the simulator plays, to say how often there is a deal. If not given: 1,000, or fewer
        where there are many packages.
    code
        A word for the classroom, which stands on every paper. It is any word, and tells nothing of the seed.
    command
        The command line that makes the papers again, if it is another than `sim brief` with these numbers.

    Raises
    ------
    InputError
        If a number or the code makes no sense, or there are too many packages.
    StrategyError
        If an outside strategy may not run, is not found or fails while it plays.

    Examples
    --------
    >>> papers = brief("2025-08-21", worlds=20)
    >>> sorted(papers.as_dict())[:4]
    ['classroom', 'command', 'endings', 'hash']
    """
    api.demand_sensible(seed=seed, world=world, worlds=worlds)
    demand_code(code)
    scenario = api.playable(case, allow_code=allow_code)
    if worlds is not None:
        api.sized(scenario, worlds)  # whether the design can have so many
    seed = scenario.ensemble.seed if seed is None else int(seed)
    again = command or shlex.join(
        ["sim", "brief", scenario.name if isinstance(case, Scenario) else str(case)]
    )
    called = "" if code is None else f" --code {shlex.quote(code)}"
    again = f"{again} --seed {seed} --world {world}{called}"
    return Briefs(briefing(scenario, seed, int(world), worlds), again, code)


def demand_format(format: str) -> None:  # noqa: A002  (as above)
    """Refuse a format that there is not.

    Raises
    ------
    InputError
        With those that there are.
    """
    if format not in FORMATS:
        raise InputError([Problem(one_of("format", format, FORMATS))])
