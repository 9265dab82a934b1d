"""`sim check`: what follows from the stated red lines alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sim.cli.app import Case, Changes, Json, app
from sim.cli.drawing import say_drawn
from sim.cli.output import demand_one, show, show_csv, show_json

if TYPE_CHECKING:
    from sim.api import Check


@app.command()
def check(
    case: Case,
    other: Annotated[
        str | None, typer.Argument(metavar="[OTHER]", help="Another case: show what the two differ in.")
    ] = None,
    package: Annotated[str | None, typer.Option(help="Tell the story of one named package.")] = None,
    only: Annotated[str, typer.Option(help="Use only lines that rest on these, e.g. quoted,reported.")] = "",
    picture: Annotated[Path | None, typer.Option(help="Draw packages x red lines into a folder.")] = None,
    changes: Changes = None,
    as_json: Json = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print the table as CSV.")] = False,
    allow_code: Annotated[  # noqa: ARG001  (who repeats a command need not take it out)
        bool, typer.Option("--allow-code", help="Changes nothing: to check runs no code.")
    ] = False,
) -> None:
    """Show which packages are compatible with everybody's red lines, and what would have to give."""
    from sim import api

    demand_one(OTHER=other is not None, **{"--package": package is not None, "--csv": as_csv})
    demand_one(**{"--json": as_json, "--csv": as_csv})
    kinds: Any = [kind.strip() for kind in only.split(",") if kind.strip()]
    answer = api.check(api.load(case, changes or ()), kinds)
    if other is not None:
        _show_difference(answer, api.check(api.load(other, changes or ()), kinds), as_json=as_json)
    elif package is not None:
        _show_package(answer, package, as_json=as_json)
    elif as_json:
        show_json(answer.as_dict())
    elif as_csv:
        show_csv(answer.table)
    else:
        from sim.text import check_text

        show(check_text(answer, answer.acceptable))
    if picture is not None:
        from sim.plots.album import draw_all

        say_drawn(draw_all({"crossed_lines": answer.crossed_lines}, picture))


def _show_difference(one: Check, other: Check, *, as_json: bool) -> None:
    from sim.analysis.checked.plain import difference_as_dict
    from sim.compatibility import difference
    from sim.text import difference_text

    found = difference(one, other)
    if as_json:
        show_json(difference_as_dict(found))
    else:
        show(difference_text(found))


def _show_package(answer: Check, name: str, *, as_json: bool) -> None:
    from sim.analysis.checked.plain import variant_as_dict
    from sim.text import package_text

    variant = answer.variant(name)
    if as_json:
        show_json(variant_as_dict(answer, variant))
    else:
        show(package_text(answer, variant))
