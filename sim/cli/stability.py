"""`sim stability`: where a conflict may come to rest if parties move alone."""

from __future__ import annotations

from typing import Annotated

import typer

from sim.cli.app import Case, Changes, Json, Seed, app
from sim.cli.output import show, show_json


@app.command()
def stability(
    case: Case,
    sanctions: Annotated[
        str, typer.Option(help="Which answers count: legal (sequences), once (each mover) or single (move).")
    ] = "legal",
    package: Annotated[
        str | None, typer.Option(help="Tell the story of a named package.  [default: the status quo]")
    ] = None,
    worlds: Annotated[
        int | None, typer.Option(help="How many, where something is uncertain.  [default: at most 1,000]")
    ] = None,
    world: Annotated[int, typer.Option(help="In which of them the story is told.")] = 0,
    seed: Seed = None,
    changes: Changes = None,
    as_json: Json = False,
) -> None:
    """Show which packages no party would leave by moves of its own (graph model for conflict resolution)."""
    from sim import answers, api

    found = answers.stability(api.load(case, changes or ()), sanctions, worlds=worlds, seed=seed)
    told = answers.story(found, package, world)
    if as_json:
        show_json({**found.as_dict(), "story": None if told is None else told.as_dict()})
    else:
        from sim.text.stability_text import stability_text

        show(stability_text(found, told))
