"""A bar for each group of quantities, the largest on top: the frame of both pictures of made worlds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from sim.analysis.quantity_words import noun_words
from sim.plots.bars import Bar, draw_bars
from sim.plots.corner import SAMPLING_ERROR, corner
from sim.plots.headline import headline, nothing_to_draw
from sim.plots.looks import Look, owner_looks
from sim.plots.rows import label_rows, name_x_axis, records
from sim.plots.style import axes_for
from sim.scenario.words import capitalised

_MOST = 12
"""Rows drawn at most; what is left out is said."""


def group_bars(
    table: pd.DataFrame,
    ax: Axes | None,
    *,
    by: str,
    finding: Callable[[pd.Series, str], str],
    how_to_read: str,
    left_out: str,
    measured: str,
    bar: Callable[[Any, Look], Bar],
    words_share: float,
    in_percent: bool = True,
) -> Axes:
    """Draw the groups of a table with the largest `by`.

    Parameters
    ----------
    table
        Columns `group`, `label`, `party`, `note` (that it changed nothing, if so), and those that `finding`
        and `bar` read; `attrs["about"]` says in words what the measure tells of a world.
    ax
        Where to draw; a new figure, as high as the rows need, if there is none.
    finding
        What the first row, and what the measure tells, come to: the title.
    how_to_read, left_out
        Notes: what a bar is, and why rows that are not drawn are not.
    measured
        What the x axis measures.
    bar
        The bar of a row whose group changed something.
    words_share
        Part of the width that labels may take.
    """
    rows = table.sort_values(by, ascending=False, kind="stable").head(_MOST)
    ax = axes_for(ax, height=1.9 + 0.36 * max(len(rows), 4))
    about = capitalised(table.attrs.get("about", "the answer"))
    if rows.empty:
        headline(ax, f"{about} hangs on nothing that varies")
        corner(ax, table)
        nothing_to_draw(ax, "Nothing in this scenario is uncertain.")
        return ax
    headline(ax, finding(rows.iloc[0], about))
    more = len(table) - _MOST
    notes = [how_to_read, f"Left out: {more} of {len(table)}{left_out}"] if more > 0 else [how_to_read]
    corner(ax, table, *notes, SAMPLING_ERROR)
    name_x_axis(ax, f"{measured}: {table.attrs['about']}")
    labels = [row.label.replace("_", " ") for row in records(rows)]
    row_height = label_rows(ax, labels, share=words_share)
    looks = owner_looks(table["party"])
    bars = [
        Bar(0.0, 0.0, 0.0, looks[row.party], figures=row.note) if row.note else bar(row, looks[row.party])
        for row in records(rows)
    ]
    draw_bars(ax, bars, row_height, in_percent=in_percent)
    return ax


def group_words(row: pd.Series) -> str:
    """Call the group of a row as it stands in a sentence."""
    return noun_words(row["group"], row["label"]).replace("_", " ")
