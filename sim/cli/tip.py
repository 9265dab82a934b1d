"""`sim tip`: the value of one quantity at which the answer tips."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from typing import Annotated

import typer

from sim.cli.app import AllowCode, Case, Changes, Json, Picture, Quiet, Seed, Worlds, app
from sim.cli.drawing import draw_answer
from sim.cli.output import show, show_json


@app.command()
def tip(
    case: Case,
    path: Annotated[str, typer.Argument(metavar="PATH", help="The quantity that is varied, by its path.")],
    target: Annotated[str, typer.Option(help="What is asked, e.g. 'agreed >= 0.5' or 'utility.uk > 0.4'.")],
    between: Annotated[
        str | None, typer.Option(metavar="LOW,HIGH", help="Ends.  [default: those it may have]")
    ] = None,
    tolerance: Annotated[
        float | None, typer.Option(help="How close to come.  [default: a thousandth of the range]")
    ] = None,
    worlds: Worlds = None,
    seed: Seed = None,
    changes: Changes = None,
    allow_code: AllowCode = False,
    picture: Picture = None,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Find the value at which the answer tips, on the same worlds for every value, and how sure that is."""
    from sim.analysis.tipping.tipping_table import tipping_table
    from sim.text.progress import progress
    from sim.what_if import tip as find

    with progress("Trying values", None, quiet=quiet) as advance, redirect_stdout(sys.stderr):
        found = find(
            case,
            path,
            target,
            between,
            tolerance=tolerance,
            worlds=worlds,
            seed=seed,
            changes=changes or (),
            allow_code=allow_code,
            progress=advance,
            switch="--allow-code",
        )
    if as_json:
        show_json(found.as_dict())
    else:
        from sim.text import tipping_text

        show(tipping_text(found))
    draw_answer(picture, lambda: {"tipping_curve": tipping_table(found)})
