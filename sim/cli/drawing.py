"""Pictures of a run, into its folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli.output import say

if TYPE_CHECKING:
    from sim.api import Run


def draw(run: Run, folder: Path, *, anew: bool = False, quiet: bool = False) -> None:
    """Draw all pictures of a run, unless they are there; tell where they are."""
    from sim.plots import PICTURES
    from sim.text.progress import progress

    if not anew and all((folder / f"{name}.csv").exists() for name in PICTURES):  # the last file of each
        return
    with progress("Drawing", len(PICTURES), "pictures", quiet=quiet) as advance:
        say_drawn(run.plot(folder, lambda _: advance(1)))


def say_drawn(files: list[Path]) -> None:
    """Tell which pictures have been drawn."""
    names = ", ".join(file.name for file in files if file.suffix == ".png")
    say(f"Pictures in {files[0].parent}: {names}")
