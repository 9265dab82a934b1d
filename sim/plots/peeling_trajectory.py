"""How a box of scenario discovery was found: the purer it is, the less it takes in."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator, PercentFormatter
from matplotlib.transforms import blended_transform_factory, offset_copy

from sim.plots.corner import corner
from sim.plots.fitting import fit, text_height
from sim.plots.headline import headline, nothing_to_draw
from sim.plots.looks import BLUE, ORANGE, tint
from sim.plots.rows import name_x_axis, records
from sim.plots.space import cell_of, settled_size
from sim.plots.spreading import spread
from sim.plots.style import DARK, GREY, LABEL_SIZE, axes_for, in_style
from sim.scenario.words import capitalised, counted, percent

_PALEST = 0.15
_BEYOND = 16  # points between the axes and the names of boxes
_HOW_TO_READ = (
    "Each mark is a box, found by cutting a little off the one before it; the darker, the more conditions."
)


@in_style
def peeling_trajectory(table: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw for each box of a search how many of the worlds of interest it takes in, and how pure it is.

    Parameters
    ----------
    table
        Columns `search`, `chosen`, `box`, `coverage`, `density`, `restricted`; the first search is drawn.
        `attrs["about"]` says in words what is of interest.
    ax
        Where to draw; a new figure if there is none.

    Examples
    --------
    >>> rows = [(0, False, 0, 1.0, 0.4, 0), (0, True, 1, 0.9, 0.7, 1)]
    >>> table = pd.DataFrame(rows, columns="search chosen box coverage density restricted".split())
    >>> table.attrs = {"scenario": "base", "title": "Talks", "worlds": 50, "seed": 1, "version": "0.1.0"}
    >>> table.attrs |= {"about": "Agreement", "because": ""}
    >>> print(peeling_trajectory(table).get_title(loc="left"))
    Agreement in 40% of all worlds, in 70% of those of the box chosen
    (1 condition), which takes in 90% of the worlds of interest
    """
    boxes = table[table["search"] == 0]
    ax = axes_for(ax, height=4.2)
    headline(ax, _finding(boxes, table))
    if boxes.empty:
        corner(ax, table)
        nothing_to_draw(ax, table.attrs["because"] or "No box was found.")
        return ax
    searches = table["search"].nunique()
    more = f"The first of {searches} searches." if searches > 1 else ""
    corner(ax, table, *filter(None, [_HOW_TO_READ, more]))
    name_x_axis(ax, "coverage: share of the worlds of interest that are in the box")
    ax.set_ylabel("density: share of interest in the box")
    _draw(ax, boxes)
    _label(ax, boxes)
    return ax


def _draw(ax: Axes, boxes: pd.DataFrame) -> None:
    most = max(int(boxes["restricted"].max()), 1)
    shades = _PALEST + (1 - _PALEST) * boxes["restricted"].to_numpy() / most
    ax.plot(boxes["coverage"], boxes["density"], color=GREY, linewidth=0.8, zorder=1)
    colours = [tint(BLUE, float(shade)) for shade in shades]
    ax.scatter(
        boxes["coverage"], boxes["density"], s=26, color=colours, edgecolor=DARK, linewidth=0.5, zorder=2,
        clip_on=False,
    )  # fmt: skip
    for row in records(boxes[boxes["chosen"]]):
        ax.plot(
            row.coverage, row.density, "D", color=ORANGE, markeredgecolor=DARK, markersize=9, zorder=3,
            clip_on=False,
        )  # fmt: skip
    ax.set_xlim(0, 1)
    ax.set_ylim(0, 1)
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))
        axis.set_major_formatter(PercentFormatter(1))
    ax.grid(visible=True)


def _label(ax: Axes, boxes: pd.DataFrame) -> None:
    """Name the first box and the one chosen, to the right of the axes; close names are moved apart."""
    named = [boxes.iloc[0], *(boxes.iloc[int(at)] for at in np.flatnonzero(boxes["chosen"]) if at)]
    words = ["all worlds", *(f"chosen: {_conditions(row)}" for row in named[1:])]
    height = settled_size(ax)[1]
    fitted = fit(words, 0.2 * cell_of(ax).width, height / 3, LABEL_SIZE)
    gap = 3 + max(text_height(text, fitted.size) for text in fitted.texts)
    points = [float(row["density"]) * height for row in named]
    places = spread(points, gap, height)
    for row, text, at, place in zip(named, fitted.texts, points, places, strict=True):
        edge = blended_transform_factory(ax.transAxes, ax.transData)
        moved = offset_copy(edge, ax.get_figure(root=True), _BEYOND, place - at, units="points")
        ax.annotate(
            text, (row["coverage"], row["density"]), (1, row["density"]), textcoords=moved, va="center",
            size=fitted.size, annotation_clip=False,
            arrowprops={"arrowstyle": "-", "color": GREY, "linewidth": 0.7, "relpos": (0, 0.5), "shrinkB": 5},
        )  # fmt: skip


def _conditions(row: Any) -> str:
    return counted(int(row["restricted"]), "condition")


def _finding(boxes: pd.DataFrame, table: pd.DataFrame) -> str:
    """Say what the box chosen is better at than all worlds, and what it misses."""
    if boxes.empty:
        return "No boxes to tell: there is no difference between worlds"
    about, first = capitalised(table.attrs["about"]), boxes.iloc[0]
    chosen = boxes[boxes["chosen"]].iloc[0]
    everywhere = f"{about} in {percent(first['density'])} of all worlds"
    if not chosen["restricted"]:
        return f"{everywhere}: no box is better than all worlds together"
    return (
        f"{everywhere}, in {percent(chosen['density'])} of those of the box chosen ({_conditions(chosen)}),"
        f" which takes in {percent(chosen['coverage'])} of the worlds of interest"
    )
