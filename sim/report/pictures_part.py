"""The pictures of a run: whatever is registered and has a table, each with its words and its data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from sim.plots import EVERY_PICTURE
from sim.report.blocks import Picture, Prose, Section
from sim.report.small_png import small_png
from sim.report.told_run import Progress

KINDS = ("svg", "png")
NOTE = (
    "Intervals are 95% and show sampling error alone: how far a share may be off because only so many "
    "worlds were drawn. They say nothing of how right the assumptions are."
)


def pictures_part(tables: Mapping[str, pd.DataFrame], progress: Progress, named: str = "") -> Section:
    """Draw each table as the picture of its name; `named` is put before the names of their files."""
    return Section("The pictures", (Prose(NOTE, kind="quiet"), *drawn(tables, progress, named)))


def drawn(tables: Mapping[str, pd.DataFrame], progress: Progress, named: str = "") -> Iterator[Picture]:
    """Draw tables."""
    from sim.plots.alt_text import alt_text, finding  # noqa: PLC0415  (imports Matplotlib)
    from sim.plots.saving import rendered  # noqa: PLC0415

    for name, table in tables.items():
        axes = EVERY_PICTURE[name](table)
        files = rendered(axes, KINDS)
        png = small_png(files["png"])
        yield Picture(f"{named}{name}", finding(axes), alt_text(axes), files["svg"], png, table)
        progress(1)
