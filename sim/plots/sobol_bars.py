"""What the answer hangs on, from worlds made for it: first-order and total Sobol indices."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from sim.plots.bars import Bar, draw_bars
from sim.plots.corner import SAMPLING_ERROR, corner
from sim.plots.headline import headline, nothing_to_draw
from sim.plots.looks import Look, owner_looks
from sim.plots.rows import label_rows, name_x_axis, records
from sim.plots.style import axes_for, in_style
from sim.scenario.words import capitalised, percent

_MOST = 12
"""Rows drawn at most; what is left out is said."""

_HOW_TO_READ = (
    "Whole bar: the share of the variance in which the group has a part, alone or with others (line: 95%"
    " interval). Dark: what it explains alone. Parts are counted once for each of those who share them, so"
    " they may add up to more than all."
)


@in_style
def sobol_bars(table: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw the share of a measure's variance in which each group has a part, and what it explains alone.

    Parameters
    ----------
    table
        Columns `group`, `label`, `party` (empty if it is nobody's), `first`, `total`, `total_low`,
        `total_high`, `note` (that it changed nothing, if so); `attrs["about"]` says in words what the measure
        tells of a world.
    ax
        Where to draw; a new figure, as high as the rows need, if there is none.

    Examples
    --------
    >>> row = ("uk", "United Kingdom", "uk", 0.4, 0.6, 0.5, 0.7, "")
    >>> columns = "group label party first total total_low total_high note"
    >>> table = pd.DataFrame([row], columns=columns.split())
    >>> table.attrs = {"scenario": "base", "title": "Talks", "worlds": 50, "seed": 1, "version": "0.1.0"}
    >>> table.attrs["about"] = "whether there is a deal"
    >>> print(sobol_bars(table).get_title(loc="left"))
    Whether there is a deal hangs above all on United Kingdom: it has a
    part in 60% of the differences between worlds, and explains 40% alone
    """
    rows = table.sort_values("total", ascending=False, kind="stable").head(_MOST)
    ax = axes_for(ax, height=1.9 + 0.36 * max(len(rows), 4))
    headline(ax, _finding(rows, table))
    if rows.empty:
        corner(ax, table)
        nothing_to_draw(ax, "Nothing in this scenario is uncertain.")
        return ax
    corner(ax, table, *_notes(table), SAMPLING_ERROR)
    name_x_axis(ax, f"share of the variance: {table.attrs['about']}")
    labels = [row.label.replace("_", " ") for row in records(rows)]
    row_height = label_rows(ax, labels, share=0.38)
    looks = owner_looks(table["party"])
    draw_bars(ax, [_bar(row, looks[row.party]) for row in records(rows)], row_height)
    return ax


def _whole(total: float) -> float:
    return min(max(total, 0.0), 1.0)


def _bar(row: Any, look: Look) -> Bar:
    """By chance a share may be below 0, above 1, or a part larger than the whole: no bar shows that."""
    if row.note:
        return Bar(0.0, 0.0, 0.0, look, figures=row.note)
    total = _whole(row.total)
    alone = min(max(row.first, 0.0), total)
    return Bar(total, row.total_low, row.total_high, look, remark=f"alone {percent(alone)}", part=alone)


def _notes(table: pd.DataFrame) -> list[str]:
    left_out = len(table) - _MOST
    more = f"Left out: {left_out} of {len(table)} groups, which have a smaller part."
    return [_HOW_TO_READ, more] if left_out > 0 else [_HOW_TO_READ]


def _finding(rows: pd.DataFrame, table: pd.DataFrame) -> str:
    """Name the group with the largest part, if that is certainly more than nothing."""
    about = capitalised(table.attrs.get("about", "the answer"))
    if rows.empty:
        return f"{about} hangs on nothing that varies"
    first = rows.iloc[0]
    if first["total_low"] <= 0:
        return f"{about}: in these worlds no group's part can be told from chance"
    total = _whole(first["total"])
    alone = min(max(first["first"], 0.0), total)
    name = first["label"].replace("_", " ").partition(":")[0]
    return (
        f"{about} hangs above all on {name}: it has a part in"
        f" {percent(total)} of the differences between worlds, and explains"
        f" {percent(alone)} alone"
    )
