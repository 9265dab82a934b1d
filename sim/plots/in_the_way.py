"""What stands in the way where nothing could have been signed: red lines and reservation values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from sim.plots.bars import Bar, draw_bars
from sim.plots.corner import SAMPLING_ERROR, corner
from sim.plots.headline import headline, nothing_to_draw
from sim.plots.looks import Look, party_looks
from sim.plots.rows import label_rows, name_x_axis, records
from sim.plots.style import SMALLEST_SIZE, axes_for, in_style
from sim.scenario.listing import listed
from sim.scenario.words import counted, percent, possessive

_MOST = 12
"""Rows drawn at most; what is left out is said."""

_HATCHES = {"red line": "", "reservation value": "////"}


@in_style
def in_the_way(table: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw in which share of the worlds without an acceptable package giving this up would help to open one.

    The dark part of a bar is the share in which it would be enough alone.

    Parameters
    ----------
    table
        Columns `id`, `party`, `party_name`, `kind` ("red line" or "reservation value"), `label`, `count`,
        `share`, `low`, `high`, `alone`; `attrs["no_zopa_worlds"]` counts the worlds that are shared out,
        `attrs["conflict"]` and `["conflict_share"]`, if there, are what most often cannot be had together.
    ax
        Where to draw; a new figure, as high as the rows need, if there is none.

    Examples
    --------
    >>> row = ("no-troops", "russia", "Russia", "red line", "no foreign troops", 31, 0.62, 0.48, 0.74, 0.4)
    >>> columns = "id party party_name kind label count share low high alone"
    >>> table = pd.DataFrame([row], columns=columns.split())
    >>> table.attrs = {"scenario": "base", "title": "Talks", "worlds": 90, "seed": 1, "version": "0.1.0",
    ...                "no_zopa_worlds": 50}
    >>> print(in_the_way(table).get_title(loc="left"))
    No acceptable package in 56% of worlds; in 62% of them Russia's red line
    “no foreign troops” is in the way, in 40% giving it up alone is enough
    """
    rows = table.sort_values("share", ascending=False, kind="stable").head(_MOST)
    ax = axes_for(ax, height=1.6 + 0.36 * max(len(rows), 4))
    headline(ax, _finding(rows, table))
    if rows.empty:
        corner(ax, table)
        nothing_to_draw(ax, _why_empty(table))
        return ax
    corner(ax, table, *_notes(table), SAMPLING_ERROR)
    worlds = counted(table.attrs["no_zopa_worlds"], "world")
    name_x_axis(ax, f"share of {worlds} without an acceptable package")
    row_height = label_rows(ax, [_name(row) for row in records(rows)], share=0.4, smallest=SMALLEST_SIZE)
    looks = party_looks(table["party"])
    draw_bars(ax, [_bar(row, looks[row.party]) for row in records(rows)], row_height)
    return ax


def _bar(row: Any, look: Look) -> Bar:
    by_kind = Look(look.colour, _HATCHES[row.kind], look.marker)
    return Bar(
        row.share,
        row.low,
        row.high,
        by_kind,
        remark=f"alone {percent(row.alone)}",
        part=row.alone,
    )


def _name(row: Any) -> str:
    return str(row.label) if row.label.startswith(row.party_name) else f"{row.party_name}: {row.label}"


def _notes(table: pd.DataFrame) -> list[str]:
    """Say what a bar means, and what was left out."""
    meaning = (
        "In the way: part of a minimal set that, given up together, makes a package acceptable to all."
        " Dark: giving it up alone is enough. Pale: only with others. Hatched: a reservation value, which"
        " goes down as far as it takes."
    )
    left_out = len(table) - _MOST
    return [meaning, f"Left out: the {left_out} rarest of {len(table)}."] if left_out > 0 else [meaning]


def _finding(rows: pd.DataFrame, table: pd.DataFrame) -> str:
    """Name what most often cannot be had together, or else what stands in the way most often."""
    if rows.empty and "conflict" not in table.attrs:
        return (
            "What stands in the way is not known"
            if table.attrs["no_zopa_worlds"]
            else "In every world some package is acceptable to all"
        )
    where = (
        f"No acceptable package in {percent(table.attrs['no_zopa_worlds'] / table.attrs['worlds'])} of worlds"
    )
    if "conflict" in table.attrs:
        return f"{where}; {_conflict(table.attrs['conflict'], table.attrs['conflict_share'])}"
    first = rows.iloc[0]
    who = _whose(first["party_name"], first["kind"], first["label"])
    return f"{where}; {_of_them(first['share'])} {who} is in the way{_alone(first)}"


def _conflict(members: Sequence[tuple[str, str, str]], share: float) -> str:
    if len(members) > 1 and all(kind == "reservation value" for _, kind, _ in members):
        whose = listed([possessive(party) for party, _, _ in members])
        return f"{_of_them(share)} no package satisfies {whose} reservation values together"
    *most, last = (_whose(*member) for member in members)
    together = f"both {most[0]} and {last}" if len(most) == 1 else " and ".join([", ".join(most), last])
    return f"{_of_them(share)} no package satisfies {together if most else last}"


def _of_them(share: float) -> str:
    return "in all of them" if share == 1 else f"in {percent(share)} of them"


def _whose(party: str, kind: str, label: str) -> str:
    words = f" “{label}”" if kind == "red line" else ""
    return f"{possessive(party)} {kind}{words}"


def _alone(row: pd.Series[Any]) -> str:
    """Say in how many of these worlds giving it up would be enough."""
    if not row["alone"]:
        return ", giving it up alone is never enough"
    where = "" if row["alone"] == row["share"] else f"in {percent(row['alone'])} "
    return f", {where}giving it up alone is enough"


def _why_empty(table: pd.DataFrame) -> str:
    if not table.attrs["worlds"]:
        return "No world has been played."
    if not table.attrs["no_zopa_worlds"]:
        return (
            f"Each of the {counted(table.attrs['worlds'], 'world')} has a package that is acceptable to all."
        )
    return "No set that would open one was found."
