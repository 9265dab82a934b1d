"""From the files of another program to a scenario, with all that was not taken over as it is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sim.errors import InputError, Problem
from sim.exchange.domain import Domain, DomainIssue, Profile
from sim.exchange.finding import FORMATS, Found, Read, find, gather
from sim.exchange.formats import ConflictFormat, DomainFormat
from sim.exchange.naming import apart
from sim.exchange.notes import Note, Report
from sim.exchange.ranges import MOST_OPTIONS
from sim.exchange.scaling import scaled
from sim.exchange.to_scenario import NO_DATE, Scale, to_scenario
from sim.scenario import Scenario

_FEWEST_STEPS = 2
_FEWEST_PARTIES = 2
_ROUNDING = 1e-9
"""So much above the best package, no deal is still as good as it: reservation values are often rounded."""
_ALONE = "only 1 party is here, which has nobody to negotiate with"


@dataclass(frozen=True)
class Imported:
    """A scenario that was read from the files of another program.

    Parameters
    ----------
    scenario
        What became of it.
    form
        The format of the files, by name.
    files
        The domain's file, and those of the profiles.
    notes
        What is not represented, in another form, or doubtful.
    scales
        How the utilities of each party were scaled.
    """

    scenario: Scenario
    form: str
    files: tuple[Path, ...]
    notes: tuple[Note, ...]
    scales: tuple[Scale, ...]

    @property
    def lost(self) -> tuple[Note, ...]:
        """What is not represented."""
        return tuple(note for note in self.notes if note.what == "not represented")

    @property
    def warnings(self) -> tuple[Note, ...]:
        """What is not represented, or doubtful: all that whoever goes on with it has to know."""
        return tuple(note for note in self.notes if note.what != "in another form")

    def as_dict(self) -> dict[str, Any]:
        """Return what there is to say of it as plain values, for JSON; orders have no scale."""
        scales = {one.party: one for one in self.scales}
        return {
            "scenario": self.scenario.title,
            "format": self.form,
            "files": [str(file) for file in self.files],
            "issues": len(self.scenario.issues),
            "packages": self.scenario.space.size,
            "parties": [
                {"party": name, "name": party.name, **_scale(scales.get(name))}
                for name, party in self.scenario.parties.items()
            ],
            "notes": [note.as_dict() for note in self.notes],
        }


def _scale(scale: Scale | None) -> dict[str, float | None]:
    if scale is None:
        return {"offset": None, "scale": None}
    return {"offset": scale.offset, "scale": scale.scale}


def read(
    source: str | Path,
    form: str | None = None,
    *,
    steps: int | None = None,
    profiles: Sequence[str] = (),
    as_of: date = NO_DATE,
) -> Imported:
    """Read a negotiation domain: the file of a domain, or a folder that holds one.

    Parameters
    ----------
    source
        The file that lists the issues, or its folder. Profiles are looked for beside it.
    form
        `genius`, `negmas`, `geniusweb` or `gmcr`; if not given, what the files are.
    steps
        How many options an issue gets that is a long range of numbers; refused if not given.
    profiles
        The profiles that are wanted, by their files' names without ending; all if it is empty.
    as_of
        The date of the scenario, since a domain has none.

    Raises
    ------
    InputError
        With every problem found, each with its file, and its line where that is known.

    Examples
    --------
    >>> import tempfile
    >>> import sim
    >>> from sim.exchange import write
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     written = write(sim.load("2025-08-21"), "negmas", folder, at="middle")
    ...     found = read(folder)
    >>> found.form, len(found.scenario.issues), len(found.scenario.parties)
    ('negmas', 6, 6)
    """
    files = find(source, form)
    _demand_sensible(source, files, steps)
    report = Report()
    found = gather(files[0], report, form, profiles)
    made = _made(found, steps, as_of, report) if found is not None else None
    if found is None or made is None or report.problems:
        raise InputError(report.problems)
    _demand_text(made[0], found.domain.path)
    scenario, scales = made
    if len(scenario.parties) < _FEWEST_PARTIES:
        report.page(found.domain.path).doubt(_ALONE)
    paths = (found.domain.path, *(profile.path for profile in found.profiles))
    return Imported(scenario, found.form, paths, tuple(report.notes), scales)


def _demand_text(scenario: Scenario, file: Path) -> None:
    """Refuse names that no file can hold: JSON can write half a character."""
    try:
        scenario.text.encode()
    except UnicodeEncodeError as error:
        found = f"a name holds {error.object[error.start]!r}, which is half a character, expected text"
        raise InputError([Problem(found, file=str(file))]) from None


def _made(
    found: Found, steps: int | None, as_of: date, report: Report
) -> tuple[Scenario, tuple[Scale, ...]] | None:
    one, path = FORMATS[found.form], found.domain.path
    if isinstance(one, ConflictFormat):
        tree = one.scenario(found.domain.tree, _title(path), as_of, report.page(path))
        return (Scenario.model_validate(tree), ()) if tree is not None else None
    if isinstance(one, DomainFormat) and (domain := _domain(found, one, steps, report)) is not None:
        return to_scenario(domain, as_of)
    return None


def _demand_sensible(source: str | Path, files: Sequence[Path], steps: int | None) -> None:
    problems = []
    if len(files) > 1:
        listed = ", ".join(str(file) for file in files[:5])
        problems.append(
            Problem(f"{len(files)} domains are here, expected one: {listed} ...", file=str(source))
        )
    if steps is not None and not _FEWEST_STEPS <= steps <= MOST_OPTIONS:
        problems.append(Problem(f"steps is {steps}, expected {_FEWEST_STEPS} to {MOST_OPTIONS:,}"))
    if problems:
        raise InputError(problems)


def _domain(found: Found, one: DomainFormat, steps: int | None, report: Report) -> Domain | None:
    domain = found.domain
    issues = one.issues(domain.tree, steps, report.page(domain.path))
    if issues is None:
        return None
    names = apart([one.name(profile.tree) or profile.path.stem for profile in found.profiles])
    profiles = [
        _profile(file, one, name, issues, report) for file, name in zip(found.profiles, names, strict=True)
    ]
    title = one.name(domain.tree) or _title(domain.path)
    whole = tuple(profile for profile in profiles if profile is not None)
    return Domain(title, tuple(issues), whole) if len(whole) == len(names) else None


def _profile(
    file: Read, one: DomainFormat, name: str, issues: Sequence[DomainIssue], report: Report
) -> Profile | None:
    """Read a profile and say how it is scaled; None, and problems, if it cannot be."""
    page = report.page(file.path)
    profile = one.profile(file.tree, name, issues, page)
    if profile is None:
        return None
    try:
        scale = scaled(profile)
        finite = all(map(math.isfinite, (*scale.weights, scale.no_deal, scale.offset, scale.scale)))
    except (OverflowError, ValueError):
        finite = False
    if not finite:
        page.problem("utilities are beyond all numbers, expected smaller weights or evaluations")
        return None
    if scale.words:
        page.changed(scale.words)
    best = 1.0 if scale.weights else 0.0
    if scale.no_deal > best + _ROUNDING:
        worth = f"{best * scale.scale + scale.offset:.6g}"
        page.doubt(
            f"reservation value {profile.reservation:.6g} is above what the best package is worth, {worth}: "
            "this party never agrees"
        )
    if profile.reservation == -math.inf:
        page.changed("no reservation value: no deal is worth 0 here, what the worst package may be worth")
    return profile


def _title(path: Path) -> str:
    """Return the name of a domain's file, or of its folder where the file is just called `domain`."""
    folder = path.resolve().parent.name
    return folder if path.stem.lower() == "domain" and folder else path.stem
