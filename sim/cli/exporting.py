"""`sim export`: a scenario as a negotiation domain of another program."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from sim.cli.app import Case, Changes, Json, app
from sim.cli.output import say, show, show_json


@app.command()
def export(
    case: Case,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A new or an empty folder.")],
    to: Annotated[str, typer.Option(help="The program: genius or negmas.")],
    at: Annotated[
        Literal["middle"] | None,
        typer.Option(help="Take the mean of uncertain numbers, which are refused otherwise."),
    ] = None,
    changes: Changes = None,
    as_json: Json = False,
) -> None:
    """Write the issues, weights, scores and reservation values for Genius or NegMAS; say what is left out."""
    from sim import api, exchange

    written = exchange.write(api.load(case, changes or ()), to, folder, at)
    if as_json:
        files = [str(file) for file in written.files]
        show_json({"to": to, "files": files, "notes": [note.as_dict() for note in written.notes]})
    else:
        from sim.text.exchange_text import exported_text

        show(exported_text(written.notes))
    say(f"The domain is in {folder}: {', '.join(file.name for file in written.files)}")
