"""Many domains, one after the other: one that cannot be read does not stop the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from sim.errors import InputError, Problem
from sim.exchange.reading import Imported, read
from sim.exchange.to_scenario import NO_DATE

Status = Literal["loaded", "loaded with notes", "not loaded"]
STATUSES: tuple[Status, ...] = ("loaded", "loaded with notes", "not loaded")


@dataclass(frozen=True)
class Attempt:
    """A domain that was read, or the problems that stood in the way."""

    file: Path
    imported: Imported | None
    problems: tuple[Problem, ...] = ()

    @property
    def status(self) -> Status:
        """Whether it was read, and whether something is not represented, or doubtful."""
        if self.imported is None:
            return "not loaded"
        return "loaded with notes" if self.imported.warnings else "loaded"

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values, for JSON."""
        problems = [{"message": one.message, "file": one.file, "line": one.line} for one in self.problems]
        told = self.imported.as_dict() if self.imported is not None else {}
        return {"domain": str(self.file), "status": self.status, **told, "problems": problems}


def read_each(
    files: Iterable[Path], form: str | None = None, *, steps: int | None = None, as_of: date = NO_DATE
) -> Iterator[Attempt]:
    """Read domains by their files, as `find` lists them.

    Examples
    --------
    >>> next(read_each([Path("nowhere.xml")])).status
    'not loaded'
    """
    for file in files:
        try:
            yield Attempt(file, read(file, form, steps=steps, as_of=as_of))
        except InputError as error:
            yield Attempt(file, None, error.problems)
