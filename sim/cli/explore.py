"""`sim explore`: what a run's answer is, how good it is, and what it hangs on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli.app import (
    RESULTS,
    AllowCode,
    Batch,
    Changes,
    Cluster,
    Json,
    Measure,
    Out,
    Quiet,
    Seed,
    Workers,
    Worlds,
    app,
)
from sim.cli.drawing import draw_explored
from sim.cli.output import say, show, show_json
from sim.cli.playing import Playing
from sim.cli.sides import same_worlds, sides
from sim.cli.words import watching

if TYPE_CHECKING:
    from sim.api import Run


@app.command()
def explore(
    asked: Annotated[str, typer.Argument(metavar="RUN", help="The folder of a stored run, or a case.")],
    measure: Measure = "agreed",
    threshold: Annotated[
        float | None,
        typer.Option(help="Of a round or a utility: from where on it is of interest.  [default: its mean]"),
    ] = None,
    influence: Annotated[
        list[str] | None,
        typer.Option(metavar="PARTY=NUMBER", help="Weight of a party in the baselines; may be repeated."),
    ] = None,
    worlds: Worlds = None,
    seed: Seed = None,
    workers: Workers = None,
    cluster: Cluster = None,
    batch: Batch = None,
    out: Out = RESULTS,
    changes: Changes = None,
    allow_code: AllowCode = False,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Say what a run's answer is, how good, how robust, and what it hangs on; keep tables and pictures.

    A case is played first, unless its run is kept.
    """
    from sim import api
    from sim.analysis.exploring.asking import demand_answerable
    from sim.analysis.exploring.exploration import ABOUT
    from sim.analysis.exploring.files import write_exploration
    from sim.answers import explore as find
    from sim.text.progress import progress

    api.demand_sensible(worlds=worlds, seed=seed, batch=batch, workers=workers)
    weights = _influences(influence or ())
    side = sides((asked,), changes, allow_code=allow_code)[asked]
    demand_answerable(side.case if isinstance(side, api.Run) else side, measure, threshold, weights)
    ensemble = same_worlds({asked: side}, worlds, seed)
    if isinstance(side, api.Run):
        run: Run = side
    else:
        again_in_one = watching(asked, changes, allow_code=allow_code)
        playing = Playing(out, workers, cluster, batch, quiet=quiet, watching=again_in_one)
        run = playing.run(api.sized(side.but(ensemble=ensemble)))
    with progress("Exploring", len(ABOUT), "steps", quiet=quiet) as advance:
        found = find(run, measure, threshold=threshold, influence=weights, progress=advance)
    if as_json:
        show_json(found.as_dict())
    else:
        from sim.text.exploration_text import exploration_text

        show(exploration_text(found))
    if run.folder is not None:
        folder = run.folder / "explored" / measure
        say(f"Tables in {write_exploration(found, folder)[0].parent}")
        draw_explored(found, folder, quiet=quiet)


def _influences(written: Sequence[str]) -> dict[str, float]:
    """Read weights of parties, written ``PARTY=NUMBER``."""
    from sim.errors import InputError, Problem

    found, wrong = {}, []
    for text in written:
        party, _, number = text.partition("=")
        try:
            found[party.strip()] = float(number)
        except ValueError:
            wrong.append(Problem(f"influence {text!r}, expected PARTY=NUMBER, such as us=2"))
    if wrong:
        raise InputError(wrong)
    return found
