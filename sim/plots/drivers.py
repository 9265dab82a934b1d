"""What the answer hangs on: how much of its variance each uncertain quantity explains alone, in a run."""

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

_LEAST, _MOST = 5, 10
"""Rows drawn: those above chance, but no fewer and no more than these; what is left out is said."""

_ONLY = "the one uncertain quantity explains no"

_HOW_TO_READ = (
    "Coloured by party; pale: no more than chance. Dotted: the most that any of many quantities that do"
    " nothing explains by chance. ▲ more of it, ▼ less of it where the quantity is larger, or where it is so."
)


@in_style
def drivers(table: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw which share of a measure's variance each quantity explains alone, and what chance alone reaches.

    Parameters
    ----------
    table
        Columns `quantity`, `label`, `party` (or `table`), `explained`, `explained_low`, `explained_high`,
        `chance`, `rank_low`, `rank_high`; rows without figures are left out. `attrs["about"]` says in words
        what the measure tells of a world.
    ax
        Where to draw; a new figure, as high as the rows need, if there is none.

    Examples
    --------
    >>> row = dict(quantity="parties.uk.no_deal.value", label="what no deal is worth to UK", party="uk")
    >>> row |= dict(explained=0.4, explained_low=0.3, explained_high=0.5, chance=0.02)
    >>> table = pd.DataFrame([row | dict(rank_low=-0.6, rank_high=-0.4)])
    >>> table.attrs = {"scenario": "base", "title": "Talks", "worlds": 50, "seed": 1, "version": "0.1.0"}
    >>> table.attrs["about"] = "whether there is a deal"
    >>> print(drivers(table).get_title(loc="left"))
    Whether there is a deal hangs above all on what no deal is worth
    to UK, which explains 40% of the differences between worlds
    """
    known = table.dropna(subset=["explained"]).sort_values("explained", ascending=False, kind="stable")
    above = int((known["explained"] > known["chance"]).sum())
    rows = known.head(min(max(above, _LEAST), _MOST))
    ax = axes_for(ax, height=1.9 + 0.36 * max(len(rows), 4))
    headline(ax, _finding(known, table))
    if rows.empty:
        corner(ax, table)
        nothing_to_draw(ax, "No quantity varies in this run.")
        return ax
    corner(ax, table, *_notes(len(known) - len(rows), len(known)), SAMPLING_ERROR)
    name_x_axis(ax, f"share of the variance explained alone: {table.attrs['about']}")
    row_height = label_rows(ax, [_spaced(row.label) for row in records(rows)], share=0.42)
    looks = owner_looks(table["party"])
    draw_bars(ax, [_bar(row, looks[row.party]) for row in records(rows)], row_height)
    return ax


def _bar(row: Any, look: Look) -> Bar:
    """Draw what is above chance in full colour; by chance a share may be below 0, which no bar shows."""
    share = max(row.explained, 0.0)
    above = row.explained > row.chance
    mark, marker = _way(row) if above else ("", "o")
    return Bar(
        share, row.explained_low, row.explained_high,
        Look(look.colour, look.hatch, marker),
        remark=mark,
        part=share if above else 0.0,
        beside=max(row.chance, 0.0),
    )  # fmt: skip


def _way(row: Any) -> tuple[str, str]:
    """Say which way the quantity works where that is certain, with its marker."""
    if row.rank_low <= 0 <= row.rank_high:
        return "", "o"
    return ("▲ more", "^") if row.rank_low > 0 else ("▼ less", "v")


def _notes(left_out: int, known: int) -> list[str]:
    more = f"Left out: {left_out} of {known} quantities, which explain less."
    return [_HOW_TO_READ, more] if left_out > 0 else [_HOW_TO_READ]


def _finding(known: pd.DataFrame, table: pd.DataFrame) -> str:
    """Name the quantity that explains most, if it explains more than chance does."""
    about = table.attrs.get("about", "the answer")
    if known.empty:
        return f"{capitalised(about)} hangs on nothing that varies"
    first = known.iloc[0]
    if first["explained"] <= first["chance"]:
        which = f"none of the {len(known):,} uncertain quantities explains" if len(known) > 1 else _ONLY
        return f"{capitalised(about)}: {which} more of it alone than chance does"
    return (
        f"{capitalised(about)} hangs above all on {_spaced(first['label'])}, which explains"
        f" {percent(first['explained'])} of the differences between worlds"
    )


def _spaced(label: str) -> str:
    """Let ids of issues and options be read, and broken into lines."""
    return label.replace("_", " ")
