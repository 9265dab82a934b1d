"""`sim scenarios`: the cases that come with the program."""

from __future__ import annotations

from sim.cli.app import Json, app
from sim.cli.output import show, show_json


@app.command()
def scenarios(as_json: Json = False) -> None:
    """List the scenarios that come with the program, with what each asks; in JSON, how large each is too."""
    if as_json:
        from sim.analysis.library import library

        show_json([entry.as_dict() for entry in library()])
    else:
        from sim.language.shelf import shelf
        from sim.text.scenarios_text import scenarios_text

        show(scenarios_text(shelf()))
