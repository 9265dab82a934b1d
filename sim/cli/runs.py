"""`sim runs`: what is kept."""

from __future__ import annotations

from typing import Annotated

import typer

from sim.cli.app import RESULTS, Json, Out, app
from sim.cli.output import demand_one, say, show, show_json


@app.command()
def runs(
    out: Out = RESULTS,
    verify: Annotated[
        bool, typer.Option("--verify", help="Read all worlds and print their checksum.")
    ] = False,
    prune: Annotated[bool, typer.Option("--prune", help="Remove runs that were left unfinished.")] = False,
    as_json: Json = False,
) -> None:
    """List the runs that are kept, and in which state they are; the same request has the same checksum."""
    from sim.ensemble import listing
    from sim.text import runs_text

    demand_one(**{"--verify": verify, "--prune": prune})
    if prune:
        for run in listing.prune(out):
            say(f"Removed {run.folder}: {run.there:,} worlds of an unfinished run")
    found = listing.runs(out, verify=verify)
    if as_json:
        show_json([run.as_dict() for run in found])
    else:
        show(runs_text(found))
