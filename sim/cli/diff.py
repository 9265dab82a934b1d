"""`sim diff`: what two scenarios differ in, before anything follows from it."""

from __future__ import annotations

from typing import Annotated

import typer

from sim.cli.app import Changes, Json, app
from sim.cli.output import show, show_json


@app.command()
def diff(
    one: Annotated[str, typer.Argument(metavar="A", help="A bundled scenario's name, or a YAML file.")],
    other: Annotated[str, typer.Argument(metavar="B", help="Another one.")],
    changes: Changes = None,
    as_json: Json = False,
) -> None:
    """Say in words what two scenarios differ in; `sim check A B` says what follows from it."""
    from sim import api
    from sim.analysis.differing.scenario_diff import diff_as_dict, differences

    a, b = api.load(one, changes or ()), api.load(other, changes or ())
    found = differences(a, b)
    if as_json:
        show_json(diff_as_dict(a, b, found))
    else:
        from sim.text import diff_text

        show(diff_text(a, b, found))
