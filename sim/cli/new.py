"""`sim new`: a scenario to begin with."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated

import typer

from sim.cli.app import app
from sim.cli.output import say


@app.command()
def new(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write, such as mine.yaml.")],
    title: Annotated[str | None, typer.Option(help="The scenario's title.")] = None,
    base: Annotated[
        str | None, typer.Option("--from", metavar="CASE", help="Write a variant of this case.")
    ] = None,
) -> None:
    """Write a commented scenario to begin with, or a variant of a case; it can be checked and run at once."""
    from sim.language.starter import starter, variant
    from sim.whole_file import demand_free, write_new

    demand_free(file)
    text = starter(file, title) if base is None else variant(file, base, title)
    write_new(text.encode(), file)
    then = ["check"] if base is None else ["diff", base]
    say(f"Wrote {file}; next: {shlex.join(['sim', *then, str(file)])}")
