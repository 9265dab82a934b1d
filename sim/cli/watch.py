"""`sim watch`: one world, round by round."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli.app import AllowCode, Case, Changes, Json, Picture, Seed, app
from sim.cli.drawing import draw_answer
from sim.cli.output import demand_one, say, show, show_json
from sim.cli.words import watching

if TYPE_CHECKING:
    import pandas as pd

    from sim.negotiation.watched import Watched
    from sim.scenario import Scenario


@app.command()
def watch(
    case: Case,
    seed: Seed = None,
    world: Annotated[int, typer.Option(help="Which world of a run with this seed.")] = 0,
    changes: Changes = None,
    allow_code: AllowCode = False,
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write it as a page instead.")] = None,
    picture: Picture = None,
    as_json: Json = False,
) -> None:
    """Follow one world round by round: who offers what, who refuses and why."""
    from sim import api

    demand_one(**{"--html": html is not None, "--json": as_json})
    scenario = api.playable(case, changes or (), allow_code=allow_code, switch="--allow-code")
    if html is not None:
        _write_page(scenario, seed, world, html, watching(case, changes, allow_code=allow_code), picture)
        return
    with redirect_stdout(sys.stderr):  # outside code may print, and JSON is for programs
        watched = api.watch(scenario, seed, world)
    if as_json:
        show_json(watched.as_dict())
    else:
        from sim.text import watch_text

        show(watch_text(watched))
    draw_answer(picture, lambda: _drawn(watched))


def _write_page(
    scenario: Scenario,
    seed: int | None,
    world: int,
    file: Path,
    again: Sequence[str],
    picture: Path | None,
) -> None:
    from sim import api
    from sim.report import watched_page
    from sim.whole_file import demand_free, write_new

    demand_free(file)
    with redirect_stdout(sys.stderr):  # outside code may print, and JSON is for programs
        watched = api.watch(scenario, seed, world)
    numbers = ["--seed", str(watched.seed), "--world", str(watched.world)]
    write_new(watched_page(watched, shlex.join([*again, *numbers])).encode(), file)
    say(f"The story is in {file}")
    draw_answer(picture, lambda: _drawn(watched))


def _drawn(watched: Watched) -> dict[str, pd.DataFrame]:
    """Return the table of the picture by its name."""
    from sim.analysis.negotiation_path import negotiation_path

    return {"negotiation_path": negotiation_path(watched)}
