"""`sim brief`: papers for a class that plays a case."""

from __future__ import annotations

import shlex
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import Annotated

import typer

from sim.cli.app import RESULTS, AllowCode, Case, Changes, Json, Seed, app
from sim.cli.output import demand_one, say, show_json
from sim.cli.words import briefing


@app.command()
def brief(
    case: Case,
    seed: Seed = None,
    world: Annotated[int, typer.Option(help="Which classroom: a world of a run with this seed.")] = 0,
    code: Annotated[
        str | None, typer.Option(metavar="WORD", help="A word for the classroom, shown on all its papers.")
    ] = None,
    changes: Changes = None,
    worlds: Annotated[
        int | None,
        typer.Option(
            help="How many the simulator plays, to say how often there is a deal.  [default: 1,000 or fewer]"
        ),
    ] = None,
    allow_code: AllowCode = False,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="A new folder.  [default: in results/, by case, seed and world]"),
    ] = None,
    format: Annotated[str, typer.Option(help="html or md.")] = "html",  # noqa: A002  (the option's name)
    as_json: Json = False,
) -> None:
    """Write role sheets for a class, one for each party, with an instructor's sheet and an index."""
    from sim import api
    from sim.report.briefs import brief as make
    from sim.report.briefs.briefs import demand_format
    from sim.whole_file import demand_empty

    demand_one(**{"--out": out is not None, "--json": as_json})
    demand_format(format)
    scenario = api.playable(case, changes or (), allow_code=allow_code, switch="--allow-code")
    number = scenario.ensemble.seed if seed is None else seed
    folder = out or RESULTS / scenario.name / f"brief-{number}-{world}"
    if not as_json:
        demand_empty(folder)
    again = shlex.join(briefing(case, changes, allow_code=allow_code))
    with redirect_stdout(sys.stderr):  # outside code may print, and JSON is for programs
        papers = make(scenario, seed, world, worlds=worlds, code=code, command=again)
    if as_json:
        show_json(papers.as_dict())
        return
    files = papers.write(folder, format)
    say(f"The papers are in {folder}; begin with {files[0].name}")
    if number == scenario.ensemble.seed:
        say("They have the case's own seed, which everybody knows: for a class, choose one with --seed")
