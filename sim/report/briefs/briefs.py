"""The papers of a class: made from one world, and written into a folder together."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import uuid4

from sim import api
from sim.analysis.briefing import Briefing, briefing
from sim.errors import InputError, Problem, one_of
from sim.report.briefs.as_html import as_html
from sim.report.briefs.as_markdown import as_markdown
from sim.report.briefs.document import Paper
from sim.report.briefs.index_paper import index_paper
from sim.report.briefs.instructor_paper import instructor_paper
from sim.report.briefs.naming import Naming
from sim.report.briefs.questions import questions
from sim.report.briefs.role_paper import role_paper
from sim.scenario import Scenario
from sim.whole_file import demand_empty

FORMATS: dict[str, Callable[[Paper], str]] = {"html": as_html, "md": as_markdown}
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
    """

    found: Briefing
    command: str

    def __repr__(self) -> str:
        return f"<Briefs of {self.found.case.name}: classroom {self.found.code}>"

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
            f"index.{format}": index_paper(self.found, roles, instructor),
            instructor: instructor_paper(self.found, self.command),
            **{
                file: role_paper(self.found.case, self.found.room.roles[party], self.found.code)
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
        demand_empty(target)
        unfinished = target.resolve().with_name(f".unfinished-{uuid4().hex}")
        try:
            unfinished.mkdir(parents=True)
            for file, text in pages.items():
                (unfinished / file).write_text(text, encoding="utf-8", newline="\n")
            unfinished.rename(target.resolve())  # fails where a folder holds something
        except OSError as error:
            raise InputError([Problem(f"cannot write here: {error.strerror}", file=str(target))]) from error
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
        return [target / file for file in pages]

    def as_dict(self) -> dict[str, Any]:
        """Return what the papers say as plain values, for JSON."""
        return {**self.found.as_dict(), "questions": list(self.questions), "command": self.command}


def brief(
    case: Scenario | str | Path,
    seed: int | None = None,
    world: int = 0,
    *,
    worlds: int | None = None,
    allow_code: bool = False,
    command: str | None = None,
) -> Briefs:
    """Make the papers of a class that plays a case: one world, drawn once for all roles.

    Parameters
    ----------
    case, allow_code
        As in `sim.run`.
    seed, world
        What worlds are drawn from, the scenario's own number if not given; and which of them is this class's.
    worlds
        How many worlds the simulator plays, to say how often there is a deal. If not given: 1,000, or fewer
        where there are many packages.
    command
        The command line that makes the papers again, if it is another than `sim brief` with these numbers.

    Raises
    ------
    InputError
        If a number makes no sense, or there are too many packages.
    StrategyError
        If an outside strategy may not run, is not found or fails while it plays.

    Examples
    --------
    >>> papers = brief("2025-08-21", worlds=20)
    >>> sorted(papers.as_dict())[:4]
    ['classroom', 'command', 'endings', 'hash']
    """
    api.demand_sensible(seed=seed, world=world, worlds=worlds)
    scenario = api.playable(case, allow_code=allow_code)
    if worlds is not None:
        api.sized(scenario, worlds)  # whether the design can have so many
    seed = scenario.ensemble.seed if seed is None else int(seed)
    again = command or shlex.join(
        ["sim", "brief", scenario.name if isinstance(case, Scenario) else str(case)]
    )
    again = f"{again} --seed {seed} --world {world}"
    return Briefs(briefing(scenario, seed, int(world), worlds), again)


def demand_format(format: str) -> None:  # noqa: A002  (as above)
    """Refuse a format that there is not.

    Raises
    ------
    InputError
        With those that there are.
    """
    if format not in FORMATS:
        raise InputError([Problem(one_of("format", format, FORMATS))])
