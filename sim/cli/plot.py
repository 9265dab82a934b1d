"""`sim plot`: the pictures of a stored run."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sim.cli.app import app
from sim.cli.drawing import draw


@app.command()
def plot(
    run_folder: Annotated[Path, typer.Argument(metavar="RUN", help="A stored run's folder.")],
    out: Annotated[
        Path | None, typer.Option(help="Where to put the pictures.  [default: in the run's folder]")
    ] = None,
) -> None:
    """Draw the pictures of a stored run, as PNG and SVG."""
    from sim import api
    from sim.ensemble.reading import find

    folder = find(run_folder)
    draw(api.open(folder), out or folder / "pictures", anew=True)
