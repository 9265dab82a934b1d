"""How the negotiation ends: shares of the worlds, deals split into the packages agreed."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from sim.plots.bars import Bar, draw_bars
from sim.plots.corner import SAMPLING_ERROR, corner
from sim.plots.headline import headline, nothing_to_draw
from sim.plots.looks import ENDINGS, Look, tint
from sim.plots.rows import headings_fit, label_rows, name_x_axis, records
from sim.plots.style import axes_for, in_style
from sim.scenario.listing import listed
from sim.scenario.words import counted, percent

_FAILURES = {
    "DEADLINE": "time runs out in",
    "NO_ZOPA": "no acceptable package in",
    "WALKED_OUT": "a party walks out in",
}

_BRIEFLY = {
    "AGREED": "A deal",
    "DEADLINE": "No deal: time ran out",
    "NO_ZOPA": "No acceptable package",
    "WALKED_OUT": "A party walked out",
}
"""What stands for the sentences of endings where they would be cut."""

_SHARE = 0.45
"""Part of the width the words of rows may take."""


@in_style
def outcome_distribution(table: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw each ending's share of the worlds, and under the deals which packages they settle on.

    Parameters
    ----------
    table
        Columns `kind` ("ending" or "agreement"), `ending`, `label`, `count`, `share`, `low`, `high`.
    ax
        Where to draw; a new figure, as high as the rows need, if there is none.

    Examples
    --------
    >>> row = ("ending", "AGREED", "deal", 50, 1.0, 0.93, 1.0)
    >>> table = pd.DataFrame([row], columns="kind ending label count share low high".split())
    >>> table.attrs = {"scenario": "base", "title": "Talks", "worlds": 50, "seed": 1, "version": "0.1.0"}
    >>> outcome_distribution(table).get_title(loc="left")
    'A deal in every one of 50 worlds'
    """
    ax = axes_for(ax, height=1.5 + 0.36 * max(len(table), 4))
    worlds = table.attrs["worlds"]
    if table.empty or not worlds:
        headline(ax, "No outcomes to show")
        corner(ax, table)
        nothing_to_draw(ax, "No world has been played.")
        return ax
    headline(ax, _finding(table, worlds))
    corner(ax, table, SAMPLING_ERROR)
    name_x_axis(ax, f"share of {counted(worlds, 'world')}")
    rows = _deals_first(table)
    headings = (rows["kind"] == "ending").to_numpy().nonzero()[0].tolist()
    labels = rows["label"].tolist()
    if not headings_fit(ax, [labels[place] for place in headings], rows=len(rows), share=_SHARE):
        labels = [_BRIEFLY[row.ending] if row.kind == "ending" else row.label for row in records(rows)]
    row_height = label_rows(ax, labels, share=_SHARE, headings=headings)
    draw_bars(ax, [_bar(row) for row in records(rows)], row_height)
    return ax


def _deals_first(table: pd.DataFrame) -> pd.DataFrame:
    """Put deals on top, the packages agreed below them, then the other endings."""
    order = list(ENDINGS)
    place = [order.index(row.ending) + 0.5 * (row.kind == "agreement") for row in records(table)]
    return table.assign(place=place).sort_values("place", kind="stable").reset_index(drop=True)


def _bar(row: Any) -> Bar:
    look = ENDINGS[row.ending]
    if row.kind == "ending":
        return Bar(row.share, row.low, row.high, look)
    pale = Look(tint(look.colour, 0.35), look.hatch, look.marker)
    return Bar(row.share, row.low, row.high, pale, thickness=0.4)


def _finding(table: pd.DataFrame, worlds: int) -> str:
    """Say how often there is a deal, and what most often stands in its place."""
    endings = table[(table["kind"] == "ending") & (table["count"] > 0)].set_index("ending")
    failures = endings.drop(index="AGREED", errors="ignore").sort_values(
        "share", ascending=False, kind="stable"
    )
    reasons = [f"{_FAILURES[str(ending)]} {percent(share)}" for ending, share in failures["share"].items()]
    if not reasons:
        return f"A deal in every one of {counted(worlds, 'world')}"
    if "AGREED" not in endings.index:
        return f"No deal in any of {counted(worlds, 'world')}: {listed(reasons)}"
    return f"A deal in {percent(endings['share']['AGREED'])} of worlds; {reasons[0]}"
