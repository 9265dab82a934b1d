"""Pictures of a run and of what was found in it, into its folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli.output import say

if TYPE_CHECKING:
    from sim.analysis.exploring.exploration import Exploration
    from sim.api import Run


def draw(run: Run, folder: Path, *, anew: bool = False, quiet: bool = False) -> None:
    """Draw all pictures of a run, unless they are there; tell where they are."""
    from sim.plots import PICTURES
    from sim.text.progress import progress

    if not anew and all((folder / f"{name}.csv").exists() for name in PICTURES):  # the last file of each
        return
    with progress("Drawing", len(PICTURES), "pictures", quiet=quiet) as advance:
        say_drawn(run.plot(folder, lambda _: advance(1)))


def draw_explored(found: Exploration, folder: Path, *, quiet: bool = False) -> None:
    """Draw the pictures of an exploration whose tables it has; tell where they are."""
    from sim.plots import EXPLORED, album
    from sim.text.progress import progress

    tables = {name: found.tables[name] for name in EXPLORED if name in found.tables}
    with progress("Drawing", len(tables), "pictures", quiet=quiet) as advance:
        files = album.draw_all(tables, folder, lambda _: advance(1))
    if files:
        say_drawn(files)


def say_drawn(files: list[Path]) -> None:
    """Tell which pictures have been drawn."""
    names = ", ".join(file.name for file in files if file.suffix == ".png")
    say(f"Pictures in {files[0].parent}: {names}")
