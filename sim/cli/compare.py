"""`sim compare`: what a variant changes, world by world."""

from __future__ import annotations

from dataclasses import replace
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
from sim.cli.sides import requested, same_worlds, sides
from sim.cli.words import watching

if TYPE_CHECKING:
    from sim.api import Run


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

    Runs that are kept are used, others are played: in the worlds of a run that is named by its folder, or
    else of A.
    """
    from sim import api
    from sim.analysis.comparing.comparison import comparison_table, comparisons, comparisons_as_dict
    from sim.analysis.comparing.pairing import demand_pairs
    from sim.ensemble.store import demand_writable

    api.demand_sensible(worlds=worlds, seed=seed, batch=batch, workers=workers)
    compared = sides((base, *variants), changes, allow_code=allow_code)
    ensemble = same_worlds(compared, worlds, seed)
    if picture is not None:
        demand_writable(picture)
    playing = Playing(out, workers, cluster, batch, quiet=quiet)
    asked = {case: requested(side, ensemble) for case, side in compared.items()}
    for case in variants:
        demand_pairs(asked[base], asked[case])

    def run(case: str) -> Run:
        side = asked[case]
        if isinstance(side, api.Run):
            return side
        again_in_one = watching(case, changes, allow_code=allow_code)
        return replace(playing, watching=again_in_one).run(side.case)

    first, *others = [run(case) for case in (base, *variants)]
    found = comparisons(first, others)
    if as_json:
        show_json(comparisons_as_dict(found))
    else:
        from sim.text import comparison_text

        show(comparison_text(found))
    if picture is not None:
        from sim.plots.album import draw_all

        say_drawn(draw_all({"comparison": comparison_table(found)}, picture))
