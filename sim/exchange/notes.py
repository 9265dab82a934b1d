"""What a reader has to say of a file: what is wrong with it, and what could not be taken over as it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from sim.errors import Problem

What = Literal["not represented", "in another form", "doubtful"]


@dataclass(frozen=True)
class Note:
    """Something that is not here as it is there, or is doubtful there.

    Parameters
    ----------
    text
        What it is, one sentence without a full stop.
    file, line
        Where it is written; the line counts from 1, and is 0 where it is unknown.
    what
        Whether it is not represented at all, is represented in another form, or is, but is hardly meant.

    Examples
    --------
    >>> print(Note("discount factor 0.9: utilities do not lose worth with time here", "mary.xml", 60))
    discount factor 0.9: utilities do not lose worth with time here (mary.xml, line 60)
    """

    text: str
    file: str = ""
    line: int = 0
    what: What = "not represented"

    def __str__(self) -> str:
        return str(Problem(self.text, file=self.file, line=self.line))

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values, for JSON."""
        return {"what": self.what, "text": self.text, "file": self.file, "line": self.line}


@dataclass
class Report:
    """Collects what is found while files are read; reading goes on, so that all is told at once."""

    problems: list[Problem] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def page(self, file: Path) -> Page:
        """Return the page of one file."""
        return Page(self, str(file))


@dataclass(frozen=True)
class Page:
    """The part of a report that is about one file."""

    report: Report
    file: str

    def problem(self, message: str, line: int = 0) -> None:
        """Say what is wrong, and what would be right."""
        self.report.problems.append(Problem(message, file=self.file, line=line))

    def lost(self, text: str, line: int = 0) -> None:
        """Say what is not represented."""
        self.report.notes.append(Note(text, self.file, line))

    def changed(self, text: str, line: int = 0) -> None:
        """Say what is represented in another form."""
        self.report.notes.append(Note(text, self.file, line, "in another form"))

    def doubt(self, text: str, line: int = 0) -> None:
        """Say what is represented as it is, and is hardly meant."""
        self.report.notes.append(Note(text, self.file, line, "doubtful"))
