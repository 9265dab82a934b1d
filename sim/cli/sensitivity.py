"""`sim sensitivity`: what drives a measure, and what works together, from worlds made for it."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from typing import Annotated

import typer

from sim.cli.app import AllowCode, Batch, Case, Changes, Json, Measure, Picture, Quiet, Seed, app
from sim.cli.drawing import draw_answer
from sim.cli.output import show, show_json


@app.command()
def sensitivity(
    case: Case,
    measure: Measure = "agreed",
    method: Annotated[
        str, typer.Option(help="sobol (shares of the variance) or morris (screening by steps).")
    ] = "sobol",
    samples: Annotated[
        int | None,
        typer.Option(help="For sobol a power of 2, for morris paths.  [default: 1024; 100]"),
    ] = None,
    by: Annotated[
        str | None, typer.Option(help="party or quantity: what varies together.  [default: party; quantity]")
    ] = None,
    second: Annotated[bool, typer.Option("--second", help="Also what pairs do together (sobol).")] = False,
    seed: Seed = None,
    batch: Batch = None,
    changes: Changes = None,
    allow_code: AllowCode = False,
    picture: Picture = None,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Show what the answer hangs on: plays worlds that differ in one group of quantities at a time.

    `sim explore` tells what a stored run says of this already, without playing any further worlds.
    """
    from sim import answers, api
    from sim.analysis.sensitivity.pictured import pictured
    from sim.text.progress import progress

    api.demand_sensible(seed=seed, batch=batch)
    played = api.playable(case, changes or (), allow_code=allow_code, switch="--allow-code")
    with progress("Playing", None, quiet=quiet) as advance, redirect_stdout(sys.stderr):
        found = answers.sensitivity(
            played,
            measure,
            method,
            samples=samples,
            by=by,
            second=second,
            seed=seed,
            batch=batch,
            progress=advance,
        )
    if as_json:
        show_json(found.as_dict())
    else:
        from sim.text.sensitivity_text import sensitivity_text

        show(sensitivity_text(found))
    draw_answer(picture, lambda: pictured(found, played))
