"""What became of domains of other programs, in the terminal and at the head of a scenario's file."""

from __future__ import annotations

import os
import textwrap
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sim.exchange import FORMATS, Attempt, Imported, Note
from sim.exchange.many import STATUSES
from sim.exchange.notes import What
from sim.language import dump
from sim.scenario.words import counted

_WIDTH = 100
_HEADS: Mapping[What, str] = {
    "not represented": "Not represented:",
    "in another form": "In another form:",
    "doubtful": "Doubtful:",
}


def imported_yaml(imported: Imported) -> str:
    """Write an imported scenario as a file, with what could not be taken over as comments at its head."""
    names = ", ".join(file.name for file in imported.files)
    lines = [
        *_comment(f"Imported from {FORMATS[imported.form].title}: {names}."),
        *_comment(
            "Nothing in it is uncertain, so one world tells all; where numbers become ranges, ask for more."
        ),
    ]
    for what, head in _HEADS.items():
        notes = [note for note in imported.notes if note.what == what]
        lines += _comment(head) if notes else []
        lines += [line for note in notes for line in _comment(f"- {_without_folder(note)}", "  ")]
    return "\n".join(lines) + "\n\n" + dump(imported.scenario)


def imported_text(imported: Imported) -> RenderableType:
    """Tell what was read, and what of it is not represented, in another form or doubtful."""
    scenario, form = imported.scenario, FORMATS[imported.form].title
    issues, packages = counted(len(scenario.issues), "issue"), counted(scenario.space.size, "package")
    size = f"{issues}, {packages}, {counted(len(scenario.parties), 'party', 'parties')}"
    return Group(Text(f"{scenario.title} ({form}): {size}", style="bold"), *_notes(imported.notes))


def exported_text(notes: Sequence[Note]) -> RenderableType:
    """Tell what the files do not hold."""
    return Group(*_notes(notes)) if notes else Text("The files hold everything.")


def attempts_text(attempts: Sequence[Attempt]) -> RenderableType:
    """Lay out what became of many domains: a line for each, and how many there are of a kind."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("domain", overflow="fold")
    table.add_column("result", no_wrap=True)
    for column in ("issues", "packages", "parties"):
        table.add_column(column, justify="right")
    names = _short([attempt.file for attempt in attempts])
    for name, attempt in zip(names, attempts, strict=True):
        table.add_row(Text(name), attempt.status, *_sizes(attempt))
    why = [Text(f"{name}: {_why(one)}") for name, one in zip(names, attempts, strict=True) if _told(one)]
    counts = Counter(attempt.status for attempt in attempts)
    told = ", ".join(f"{counts[status]} {status}" for status in STATUSES)
    blank = [Text()] if why else []
    last = Text(f"{counted(len(attempts), 'domain')}: {told}", style="bold")
    return Group(table, *blank, *why, Text(), last)


def _short(files: Sequence[Path]) -> list[str]:
    """Call domains by their folders, from where these part; by their files where a folder holds several."""
    top = os.path.commonpath([file.parent for file in files])
    crowds = Counter(file.parent for file in files)
    alone = [str(file.parent) != top and crowds[file.parent] == 1 for file in files]
    return [
        str((file.parent if one else file).relative_to(top)) for file, one in zip(files, alone, strict=True)
    ]


def _notes(notes: Sequence[Note]) -> Iterable[RenderableType]:
    for what, head in _HEADS.items():
        told = [note for note in notes if note.what == what]
        if told:
            yield Text(head)
        for note in told:
            yield Padding(Text(str(note)), (0, 0, 0, 2))


def _sizes(attempt: Attempt) -> tuple[str, str, str]:
    if attempt.imported is None:
        return "", "", ""
    scenario = attempt.imported.scenario
    return str(len(scenario.issues)), f"{scenario.space.size:,}", str(len(scenario.parties))


def _why(attempt: Attempt) -> str:
    """Tell the first thing that is wrong, not represented or doubtful, and how many there are."""
    told = _told(attempt)
    more = f" (and {len(told) - 1} more)" if len(told) > 1 else ""
    return f"{told[0]}{more}"


def _told(attempt: Attempt) -> list[str]:
    if attempt.imported is None:
        return [str(replace(one, file=Path(one.file).name)) for one in attempt.problems]
    return [str(_without_folder(note)) for note in attempt.imported.warnings]


def _without_folder(note: Note) -> Note:
    return replace(note, file=Path(note.file).name)


def _comment(text: str, indent: str = "") -> list[str]:
    """Wrap a text into comments; nothing in it can end a line."""
    plain = "".join(sign if sign.isprintable() else " " for sign in text)
    return textwrap.wrap(
        plain,
        _WIDTH,
        initial_indent=f"# {indent}"[: 2 + len(indent)],
        subsequent_indent=f"# {indent}{indent}",
    )
