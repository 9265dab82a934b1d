"""`sim report`: one file to hand out, on a run or on variants against a base."""

from __future__ import annotations

import hashlib
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from sim.cli.app import (
    RESULTS,
    AllowCode,
    Batch,
    Changes,
    Cluster,
    Measure,
    Quiet,
    Seed,
    Workers,
    Worlds,
    app,
)
from sim.cli.output import say
from sim.cli.playing import Playing
from sim.cli.sides import requested, same_worlds, sides
from sim.cli.words import set_, size_of, watching

if TYPE_CHECKING:
    from sim.api import Run
    from sim.ensemble.request import Request

Format = Literal["html", "md"]
AGREED = "agreed"


@app.command()
def report(
    asked: Annotated[
        list[str],
        typer.Argument(
            metavar="RUN...", help="Folders of stored runs, or cases; the first is the base of the others."
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where to write it.  [default: in the first run's folder]"),
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", help="A page, or Markdown with its pictures in a folder beside it.")
    ] = "html",
    measure: Measure = "agreed",
    worlds: Worlds = None,
    seed: Seed = None,
    workers: Workers = None,
    cluster: Cluster = None,
    batch: Batch = None,
    results: Annotated[Path, typer.Option(help="The folder that keeps runs.")] = RESULTS,
    changes: Changes = None,
    allow_code: AllowCode = False,
    quiet: Quiet = False,
) -> None:
    """Write a report to hand out: the answer in sentences, pictures, what it rests on, how to have it again.

    A case is played first, unless its run is kept. Several runs are compared world by world with the first.
    """
    from sim import api
    from sim.report import report as make
    from sim.report import report_steps
    from sim.report.files import demand_room, report_files, write_report
    from sim.text.progress import progress

    api.demand_sensible(worlds=worlds, seed=seed, batch=batch, workers=workers)
    if out is not None:
        _demand_suffix(out, form)
        demand_room(out, form)
    playing = Playing(results, workers, cluster, batch, quiet=quiet)
    found = _asked(asked, changes, worlds, seed, measure, allow_code=allow_code)
    runs = [_run(found[case], case, changes, playing, allow_code=allow_code) for case in asked]
    named = [_again(found[case], case) for case in asked]
    again = ["sim", "report", *named, *size_of(runs[0]), *set_(changes or ())]
    again += ["--measure", measure] * (measure != AGREED) + ["--allow-code"] * allow_code
    with progress("Reporting", report_steps(len(runs)), "steps", quiet=quiet) as advance:
        document = make(runs, measure, commands=[shlex.join(again)], progress=advance)
    files = report_files(document, out or _place(runs, measure, form), form)
    is_new = write_report(files)
    _say_where(files, is_new=is_new)


def _asked(
    asked: Sequence[str],
    changes: Sequence[str] | None,
    worlds: int | None,
    seed: int | None,
    measure: str,
    *,
    allow_code: bool,
) -> dict[str, Request]:
    """Return stored runs as they are, and cases as what is to be played, once all of it makes sense."""
    from sim import api
    from sim.analysis.comparing.pairing import demand_pairs
    from sim.analysis.exploring.asking import demand_answerable

    _demand_different(asked)
    compared = sides(asked, changes, allow_code=allow_code)
    for side in compared.values():
        demand_answerable(side.case if isinstance(side, api.Run) else side, measure, None, {})
    ensemble = same_worlds(compared, worlds, seed)
    found = {case: requested(side, ensemble) for case, side in compared.items()}
    for case in asked[1:]:
        demand_pairs(found[asked[0]], found[case])
    return found


def _demand_suffix(out: Path, form: Format) -> None:
    """Refuse a file whose name promises another form."""
    from sim.errors import InputError, Problem

    fitting = (".html", ".htm") if form == "html" else (".md", ".markdown")
    if out.suffix.lower() not in fitting:
        what = f"--out ends in {out.suffix or 'nothing'!r}, expected {fitting[0]} with --format {form}"
        raise InputError([Problem(what, file=str(out))])


def _demand_different(asked: Sequence[str]) -> None:
    """Refuse what is named twice: it would be compared with itself."""
    from sim.errors import InputError, Problem

    twice = [case for case in dict.fromkeys(asked) if asked.count(case) > 1]
    if twice:
        what = "this is named more than once, expected different runs or cases"
        raise InputError([Problem(what, file=case) for case in twice])


def _run(
    asked: Request, case: str, changes: Sequence[str] | None, playing: Playing, *, allow_code: bool
) -> Run:
    """Play what is to be played."""
    from sim import api

    if isinstance(asked, api.Run):
        return asked
    again_in_one = watching(case, changes, allow_code=allow_code)
    return replace(playing, watching=again_in_one).run(asked.case)


def _again(asked: Request, case: str) -> str:
    """Name a case as those do who have the report alone: no folder of this machine is theirs."""
    from sim import api
    from sim.language import bundled
    from sim.report.reproducing_part import attached_as

    if not isinstance(asked, api.Run):
        return case if case in bundled() else Path(case).name
    name = asked.case.name
    as_it_comes = name in bundled() and api.load(name).but(ensemble=asked.case.ensemble) == asked.case
    return name if as_it_comes else attached_as(asked)


def _place(runs: Sequence[Run], measure: str, form: Format) -> Path:
    """Return where a report goes if nothing else is asked for: into the folder of the first run."""
    asked = "" if measure == AGREED else f"-{measure}"
    others = hashlib.sha256(" ".join(run.hash for run in runs[1:]).encode()).hexdigest()[:12]
    against = f"-against-{others}" if len(runs) > 1 else ""
    return (runs[0].folder or Path()) / f"report{asked}{against}.{form}"


def _say_where(files: Mapping[Path, bytes], *, is_new: bool) -> None:
    """Tell where a report is, how large, and its checksum, which no file can hold of itself."""
    *_, (file, content) = files.items()
    there = "is" if is_new else "was there already, as it would be written now:"
    digest = hashlib.sha256(content).hexdigest()
    say(f"The report {there} in {file} ({len(content) / 1000:,.0f} kB, SHA-256 {digest})")
