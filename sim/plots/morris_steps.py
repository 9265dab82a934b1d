"""What the answer hangs on, from steps of one quantity at a time [Morris1991]_."""

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
    "A step moves a quantity, or all those of a group, by half of its range; the rest stays as it is."
)


@in_style
def morris_steps(table: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw how often, or by how much, a step of each quantity changes the answer.

    Parameters
    ----------
    table
        Columns `group`, `label`, `party` (empty if it is nobody's), `step`, `step_low`, `step_high`: of a
        measure that holds or not how often a step changes it, of a number by how much it does; `note` (that
        it changed nothing, if so). `attrs["is_share"]` says which, `attrs["about"]` in words what the measure
        tells of a world.
    ax
        Where to draw; a new figure, as high as the rows need, if there is none.

    Examples
    --------
    >>> row = ("uk", "United Kingdom", "uk", 0.3, 0.2, 0.4, "")
    >>> table = pd.DataFrame([row], columns="group label party step step_low step_high note".split())
    >>> table.attrs = {"scenario": "base", "title": "Talks", "worlds": 50, "seed": 1, "version": "0.1.0"}
    >>> table.attrs |= {"about": "whether there is a deal", "is_share": True}
    >>> print(morris_steps(table).get_title(loc="left"))
    Whether there is a deal hangs above all on United Kingdom:
    a step by half of the range changes it 30% of the time
    """
    rows = table.sort_values("step", ascending=False, kind="stable").head(_MOST)
    ax = axes_for(ax, height=1.9 + 0.36 * max(len(rows), 4))
    headline(ax, _finding(rows, table))
    if rows.empty:
        corner(ax, table)
        nothing_to_draw(ax, "Nothing in this scenario is uncertain.")
        return ax
    corner(ax, table, *_notes(table), SAMPLING_ERROR)
    is_share = table.attrs["is_share"]
    change = "share of steps that change it" if is_share else "mean change by a step, up or down"
    name_x_axis(ax, f"{change}: {table.attrs['about']}")
    labels = [row.label.replace("_", " ") for row in records(rows)]
    row_height = label_rows(ax, labels, share=0.42)
    looks = owner_looks(table["party"])
    bars = [_bar(row, looks[row.party], is_share=is_share) for row in records(rows)]
    draw_bars(ax, bars, row_height, in_percent=is_share)
    return ax


def _bar(row: Any, look: Look, *, is_share: bool) -> Bar:
    if row.note:
        return Bar(0.0, 0.0, 0.0, look, figures=row.note)
    figures = "" if is_share else f"{row.step:.3g} ({max(row.step_low, 0):.3g} to {row.step_high:.3g})"
    return Bar(row.step, row.step_low, row.step_high, look, figures=figures)


def _notes(table: pd.DataFrame) -> list[str]:
    left_out = len(table) - _MOST
    more = f"Left out: {left_out} of {len(table)}, which change less."
    return [_HOW_TO_READ, more] if left_out > 0 else [_HOW_TO_READ]


def _finding(rows: pd.DataFrame, table: pd.DataFrame) -> str:
    """Name what changes the answer most, if that is certainly more than nothing."""
    about = capitalised(table.attrs.get("about", "the answer"))
    if rows.empty:
        return f"{about} hangs on nothing that varies"
    first = rows.iloc[0]
    if first["step_low"] <= 0:
        return f"{about}: in these worlds no step's effect can be told from chance"
    size = first["step"]
    by = f"changes it {percent(size)} of the time" if table.attrs["is_share"] else f"changes it by {size:.3g}"
    return f"{about} hangs above all on {first['label'].replace('_', ' ')}: a step by half of the range {by}"
