"""The small print in the lower corner: where a picture comes from and how to read it."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from sim.plots.fitting import wrap
from sim.plots.space import cell_of
from sim.plots.style import GREY
from sim.scenario.words import counted

SAMPLING_ERROR = "95% intervals are sampling error, not model error."
_SIZE = 6.0


def provenance(table: pd.DataFrame) -> str:
    """Say which scenario, seed, number of worlds, or one world, and version a table rests on.

    Examples
    --------
    >>> table = pd.DataFrame()
    >>> table.attrs = {"scenario": "base", "title": "Talks", "worlds": 500, "seed": 0, "version": "0.1.0"}
    >>> provenance(table)
    'Talks · scenario base · seed 0 · 500 worlds · guarantee-sim 0.1.0'
    """
    attrs = table.attrs
    parts = [attrs["title"], f"scenario {attrs['scenario']}"]
    if "seed" in attrs:
        parts.append(f"seed {attrs['seed']}")
    if "worlds" in attrs:
        parts.append(counted(attrs["worlds"], "world"))
    if "world" in attrs:
        parts.append(f"world {attrs['world']}")
    return " · ".join([*parts, f"guarantee-sim {attrs['version']}"])


def corner(ax: Axes, table: pd.DataFrame, *notes: str) -> None:
    """Write `notes` and the provenance below `ax`; pictures that share a figure share the corner."""
    cell, figure = cell_of(ax), ax.figure
    text = figure.get_supxlabel()
    for part in (" ".join(notes), provenance(table)):
        words = wrap(part, cell.width, _SIZE)
        if words not in text:
            text = f"{text}\n{words}".strip()
    figure.supxlabel(text, x=cell.left, ha="left", fontsize=_SIZE, color=GREY, linespacing=1.3)
