"""`sim compare`: what a variant changes, world by world."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli.app import (
    RESULTS,
    AllowCode,
    Batch,
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
from sim.cli.drawing import say_drawn
from sim.cli.output import show, show_json
from sim.cli.playing import Playing

if TYPE_CHECKING:
    from sim.api import Run
    from sim.scenario import Scenario


@app.command()
def compare(
    base: Annotated[str, typer.Argument(metavar="A", help="A case, or the folder of a stored run.")],
    variants: Annotated[list[str], typer.Argument(metavar="B...", help="What to compare with it.")],
    worlds: Worlds = None,
    seed: Seed = None,
    workers: Workers = None,
    cluster: Cluster = None,
    batch: Batch = None,
    out: Out = RESULTS,
    changes: Changes = None,
    allow_code: AllowCode = False,
    picture: Annotated[Path | None, typer.Option(help="Draw the differences into a folder.")] = None,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Show what changes from one case to others: the same worlds, compared pair by pair.

    Runs that are kept are used, others are played. All have the worlds, the seed and the design of A.
    """
    from sim import api
    from sim.analysis.comparison import comparison_table, comparisons, comparisons_as_dict

    api.demand_sensible(worlds=worlds, seed=seed, batch=batch, workers=workers)

    def scenario(case: str) -> Scenario:
        return api.playable(case, changes or (), allow_code=allow_code, switch="--allow-code")

    def run(case: str, first: Run | None) -> Run:
        if Path(case).is_dir():
            return api.open(case)
        size = (worlds, seed) if first is None else (first.worlds, first.seed)
        sized = api.sized(scenario(case), *size)
        if first is not None:
            sized = sized.but(ensemble=first.case.ensemble)
        return playing.run(sized)

    for case in (base, *variants):
        _ = Path(case).is_dir() or scenario(case)  # what is wrong is told before anything is played
    playing = Playing(out, workers, cluster, batch, quiet=quiet)
    first = run(base, None)
    found = comparisons(first, [run(case, first) for case in variants])
    if as_json:
        show_json(comparisons_as_dict(found))
    else:
        from sim.text import comparison_text

        show(comparison_text(found))
    if picture is not None:
        from sim.plots.album import draw_all

        say_drawn(draw_all({"comparison": comparison_table(found)}, picture))
