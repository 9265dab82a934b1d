"""Where domains are: which files hold one, and which hold the profiles that belong to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sim.errors import InputError, Problem, one_of
from sim.exchange.formats import ConflictFormat, Format
from sim.exchange.genius import GENIUS
from sim.exchange.geniusweb import GENIUSWEB
from sim.exchange.gmcr import GMCR
from sim.exchange.negmas import NEGMAS
from sim.exchange.notes import Report

FORMATS: Mapping[str, Format] = {
    "genius": GENIUS,
    "negmas": NEGMAS,
    "geniusweb": GENIUSWEB,
    "gmcr": GMCR,
}
"""The formats that can be read, by name."""

_MOST_BYTES = 20_000_000


@dataclass(frozen=True)
class Read:
    """A file with what its parser made of it."""

    path: Path
    tree: Any


@dataclass(frozen=True)
class Found:
    """A domain's file, those of its profiles in order of name, and their format."""

    form: str
    domain: Read
    profiles: tuple[Read, ...]


def find(source: str | Path, form: str | None = None) -> list[Path]:
    """List the files of domains in a folder and all folders below it, in order; a file stands for itself.

    Raises
    ------
    InputError
        If nothing is there, or no domain.

    Examples
    --------
    >>> try:
    ...     find("nowhere")
    ... except InputError as error:
    ...     print(error)
    no file or folder is here (nowhere)
    """
    source, formats = Path(source), _chosen(form)
    if source.is_file():
        return [source]
    if not source.is_dir():
        raise InputError([Problem("no file or folder is here", file=str(source))])
    folders = [source, *sorted(path for path in source.rglob("*") if path.is_dir())]
    found = [file for folder in folders for file in _domain_files(folder, formats)]
    if not found:
        expected = ", ".join(f"{one.title} ({' '.join(one.parsers)})" for one in formats.values())
        raise InputError(
            [Problem(f"no negotiation domain is here, expected files of {expected}", file=str(source))]
        )
    return found


def gather(file: Path, report: Report, form: str | None = None, only: Sequence[str] = ()) -> Found | None:
    """Read a domain's file and the profiles beside it; None, and problems, if they do not make a domain.

    `only` names the profiles that are wanted, by their files' names without ending.
    """
    before = len(report.problems)
    for name, one in _chosen(form).items():
        if file.suffix.lower() not in one.parsers:
            continue
        tree = _tree(file, one, report)
        if len(report.problems) > before:
            return None
        if tree is not None and one.kind(tree) == "domain":
            found = Found(name, Read(file, tree), ())
            return found if isinstance(one, ConflictFormat) else _beside(found, report, only)
    report.page(file).problem("this is no domain, expected the file that lists the issues")
    return None


def _beside(found: Found, report: Report, only: Sequence[str]) -> Found | None:
    """Add the profiles of the folder that a domain's file is in."""
    one, profiles, before = FORMATS[found.form], [], len(report.problems)
    for path in _files(found.domain.path.parent, one):
        if path == found.domain.path:
            continue
        known = len(report.problems)
        tree = _tree(path, one, report)
        kind = one.kind(tree) if tree is not None else None
        if kind == "domain":
            report.page(path).problem("another domain is in the same folder, expected one domain in a folder")
        elif kind == "profile":
            profiles.append(Read(path, tree))
        elif len(report.problems) == known:
            report.page(path).lost("a file beside the domain that is no profile, left out")
    stems = [profile.path.stem for profile in profiles]
    for name in only:
        if name not in stems:
            report.page(found.domain.path).problem(one_of("profile", name, stems))
    if not profiles:
        report.page(found.domain.path).problem("no profile is in the folder, expected one for each party")
    if len(report.problems) > before:
        return None
    wanted = [profile for profile in profiles if not only or profile.path.stem in only]
    return Found(found.form, found.domain, tuple(wanted))


def _domain_files(folder: Path, formats: Mapping[str, Format]) -> Iterator[Path]:
    """Go through the files of a folder that hold a domain, or would if they could be read."""
    for path in _files(folder, *formats.values()):
        if any(_holds_a_domain(path, one) for one in formats.values()):
            yield path


def _holds_a_domain(path: Path, one: Format) -> bool:
    if path.suffix.lower() not in one.parsers:
        return False
    data = _bytes(path)
    marked = data is not None and one.mark in data
    if data is None or not (marked or (one.hint and one.hint in data)):
        return False
    report = Report()
    tree = one.parsers[path.suffix.lower()](data, report.page(path))
    return one.kind(tree) == "domain" if tree is not None else marked and bool(report.problems)


def _files(folder: Path, *formats: Format) -> list[Path]:
    """List the files that may be of a format, by name; those that begin with a dot or `_` are none."""
    endings = {ending for one in formats for ending in one.parsers}
    try:
        paths = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError:
        return []
    return [
        path
        for path in paths
        if path.suffix.lower() in endings and path.name[0] not in "._" and path.is_file()
    ]


def _tree(path: Path, one: Format, report: Report) -> Any:
    data = _bytes(path)
    if data is None:
        report.page(path).problem(f"cannot be read, or is above {_MOST_BYTES // 1_000_000} MB")
        return None
    return one.parsers[path.suffix.lower()](data, report.page(path))


def _bytes(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError:
        return None
    return data if len(data) <= _MOST_BYTES else None


def _chosen(form: str | None) -> Mapping[str, Format]:
    if form is None:
        return FORMATS
    if form not in FORMATS:
        raise InputError([Problem(one_of("format", form, FORMATS))])
    return {form: FORMATS[form]}
