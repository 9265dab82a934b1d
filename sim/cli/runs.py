"""`sim runs`: what is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sim.cli.app import RESULTS, Json, Out, app
from sim.cli.output import WRONG_INPUT, Told, demand_one, say, show, show_json


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
        _prune(out)
    found = listing.runs(out, verify=verify)
    if as_json:
        show_json([run.as_dict() for run in found])
    else:
        show(runs_text(found), crop=False)
    if verify and any(run.state in {"damaged", "unreadable"} for run in found):
        raise Told(WRONG_INPUT)


def _prune(out: Path) -> None:
    from sim.ensemble import listing
    from sim.errors import Problem, RunError
    from sim.scenario.words import counted

    try:
        for run in listing.prune(out):
            say(f"Removed {run.folder}: {counted(run.there, 'world')} of an unfinished run")
    except OSError as error:
        found = f"cannot remove this: {error.strerror or error}"
        raise RunError([Problem(found, file=str(error.filename or out))]) from error
