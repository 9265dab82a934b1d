"""`sim run` and `sim resume`: play the negotiation in many worlds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli.app import (
    RESULTS,
    AllowCode,
    Batch,
    Case,
    Changes,
    Cluster,
    Json,
    Out,
    Quiet,
    Seed,
    Workers,
    Worlds,
    app,
)
from sim.cli.drawing import draw, say_drawn
from sim.cli.output import show, show_json
from sim.cli.playing import Playing
from sim.cli.words import setting, watching

if TYPE_CHECKING:
    from sim.api import Run
    from sim.language import Point


@app.command()
def run(
    case: Case,
    worlds: Worlds = None,
    seed: Seed = None,
    workers: Workers = None,
    cluster: Cluster = None,
    batch: Batch = None,
    out: Out = RESULTS,
    changes: Changes = None,
    allow_code: AllowCode = False,
    again: Annotated[bool, typer.Option(help="Play a finished run again and compare.")] = False,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Play the negotiation in many worlds, store the run and draw its pictures.

    A run that was left unfinished is gone on with; one that is finished is opened. Of a case with a sweep
    each point is a run.
    """
    from sim import api

    api.demand_sensible(worlds=worlds, seed=seed, batch=batch, workers=workers)
    again_in_one = watching(case, changes, allow_code=allow_code)
    playing = Playing(out, workers, cluster, batch, again=again, quiet=quiet, watching=again_in_one)
    found = api.points(case, changes or (), allow_code=allow_code, switch="--allow-code")
    points = [point.but(api.sized(point.scenario, worlds, seed)) for point in found]
    if points[0].values:
        _finish_sweep(points, playing, as_json=as_json)
    else:
        _finish(playing.run(points[0].scenario), as_json=as_json, quiet=quiet)


@app.command()
def resume(
    run_folder: Annotated[Path, typer.Argument(metavar="RUN", help="The folder of a run that was begun.")],
    workers: Workers = None,
    cluster: Cluster = None,
    batch: Batch = None,
    allow_code: AllowCode = False,
    code: Annotated[Path, typer.Option(help="Where the code lies that is allowed.")] = Path(),
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Play what is missing of a run, or damaged; refuse if it was begun by another version."""
    from sim import api
    from sim.ensemble import reading
    from sim.ensemble.manifest import read_manifest

    api.demand_sensible(batch=batch, workers=workers)
    folder = reading.find(run_folder)
    case = read_manifest(folder).request.case
    case = api.with_code(case, code if allow_code else None, "--allow-code")
    playing = Playing(folder.parent, workers, cluster, batch, quiet=quiet)
    _finish(playing.into(folder, case), as_json=as_json, quiet=quiet)


def _finish_sweep(points: Sequence[Point], playing: Playing, *, as_json: bool) -> None:
    """Play every point, draw the curve, and show what the sweep says."""
    from sim.analysis.sweep_table import sweep_as_dict, sweep_table
    from sim.plots.album import draw_all

    table = sweep_table((point.values, _at(point, playing).run(point.scenario)) for point in points)
    say_drawn(draw_all({"sweep_curve": table}, playing.out / points[0].scenario.name / _sweep_name(points)))
    if as_json:
        show_json(sweep_as_dict(table))
    else:
        from sim.text import sweep_text

        show(sweep_text(table))


def _at(point: Point, playing: Playing) -> Playing:
    """Let a world of one point be watched: the file alone does not say which point is meant."""
    return replace(playing, watching=[*playing.watching, *setting(point.values)])


def _sweep_name(points: Sequence[Point]) -> str:
    """Name the folder of a sweep's picture: the same points have the same name."""
    together = " ".join(point.scenario.hash for point in points)
    return f"sweep-{sha256(together.encode()).hexdigest()[:12]}"


def _finish(run: Run, *, as_json: bool, quiet: bool) -> None:
    """Leave pictures and small tables beside the worlds, and show what the run says."""
    from sim.analysis.summing_up.summary_files import write_summary

    summary = run.summary()
    if run.folder is not None:
        write_summary(summary, run.folder / "tables")
        draw(run, run.folder / "pictures", quiet=quiet)
    if as_json:
        show_json(summary.as_dict())
    else:
        from sim.text import summary_text

        show(summary_text(summary))
