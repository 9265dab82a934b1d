"""What the deals are worth to each party, against what no deal is worth to it."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from sim.plots.corner import corner
from sim.plots.fitting import fit
from sim.plots.headline import headline, nothing_to_draw
from sim.plots.looks import Look, party_looks
from sim.plots.rows import label_rows, name_x_axis, records
from sim.plots.style import DARK, GREY, LABEL_SIZE, PALE, axes_for, in_style
from sim.scenario.listing import listed
from sim.scenario.words import counted

_NAMED = 2
"""Parties the title names at most."""

_HOW_TO_READ = (
    "Coloured: worth of the packages agreed (line: 5th to 95th percentile of the worlds with a deal,"
    " box: the middle half, mark: median). Grey band: what no deal is worth"
    " (5th to 95th percentile of all worlds, stroke: median)."
)


@in_style
def utilities_by_party(table: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw, for each party, the spread of its utility over the deals, on the band of its reservation value.

    Parameters
    ----------
    table
        Columns `party`, `name`, `worlds_agreed`, `p05`, `p25`, `median`, `p75`, `p95`, `mean`,
        `no_deal_p05`, `no_deal_median`, `no_deal_p95`.
    ax
        Where to draw; a new figure, as high as the rows need, if there is none.

    Examples
    --------
    >>> row = dict(party="uk", name="UK", worlds_agreed=40, p05=0.4, p25=0.5, median=0.6, p75=0.7, p95=0.8)
    >>> row |= dict(mean=0.6, no_deal_p05=0.2, no_deal_median=0.3, no_deal_p95=0.4)
    >>> table = pd.DataFrame([row])
    >>> table.attrs = {"scenario": "base", "title": "Talks", "worlds": 50, "seed": 1, "version": "0.1.0"}
    >>> utilities_by_party(table).get_title(loc="left")
    'At the median, a deal is worth more than no deal to UK'
    """
    ax = axes_for(ax, height=1.8 + 0.42 * max(len(table), 3))
    headline(ax, _finding(table))
    if table.empty or not table.attrs["worlds"]:
        corner(ax, table)
        nothing_to_draw(ax, "No world has been played.")
        return ax
    corner(ax, table, _HOW_TO_READ, f"{counted(_deals(table), 'world')} with a deal.")
    name_x_axis(ax, "utility, 0 worst to 1 best for each party (not comparable between parties)")
    ax.set_xlim(0, 1)
    row_height = label_rows(ax, table["name"].tolist(), share=0.3)
    looks = party_looks(table["party"])
    for place, row in enumerate(records(table)):
        _draw_no_deal(ax, place, row)
        _draw_deals(ax, place, row, looks[row.party])
    _write_medians(ax, table, row_height)
    return ax


def _draw_no_deal(ax: Axes, place: int, row: Any) -> None:
    width = row.no_deal_p95 - row.no_deal_p05
    ax.barh(place, width, 0.84, left=row.no_deal_p05, color=PALE, edgecolor=GREY, linewidth=0.4)
    ax.plot([row.no_deal_median] * 2, [place - 0.42, place + 0.42], color=GREY, linewidth=1.6)


def _draw_deals(ax: Axes, place: int, row: Any, look: Look) -> None:
    if not row.worlds_agreed:
        return
    ax.plot([row.p05, row.p95], [place, place], color=DARK, linewidth=1.2)
    ax.barh(
        place, row.p75 - row.p25, 0.42, left=row.p25,
        color=look.colour, hatch=look.hatch, edgecolor=DARK, linewidth=0.6, zorder=3,
    )  # fmt: skip
    inside = "white" if row.p75 > row.p25 else look.colour  # no box has shown the colour
    ax.plot(row.median, place, look.marker, color=inside, markeredgecolor=DARK, markersize=6.5, zorder=4)


def _write_medians(ax: Axes, table: pd.DataFrame, row_height: float) -> None:
    """Write the two medians of each party on the right of its row."""
    words = [
        f"{f'deal {row.median:.2f}' if row.worlds_agreed else 'no deals'}\nno deal {row.no_deal_median:.2f}"
        for row in records(table)
    ]
    fitted = fit(words, 80, row_height * 0.85, LABEL_SIZE - 0.5)
    for place, text in enumerate(fitted.texts):
        ax.annotate(
            text, (1, place), (8, 0), xycoords=ax.get_yaxis_transform(), textcoords="offset points",
            va="center", size=fitted.size, linespacing=1.1, annotation_clip=False,
        )  # fmt: skip


def _deals(table: pd.DataFrame) -> int:
    return int(table["worlds_agreed"].max())


def _finding(table: pd.DataFrame) -> str:
    """Say to whom a deal is worth more than no deal; utilities of two parties are never compared."""
    if not table["worlds_agreed"].any():
        return "No deal in any world: only what no deal is worth is known"
    better = table["median"] > table["no_deal_median"]
    gainers, others = table["name"][better].tolist(), table["name"][~better].tolist()
    deal = "the only deal" if _deals(table) == 1 else "a deal"
    worth = f"At the median, {deal} is worth more than no deal to"
    if len(table) == 1:
        return (
            f"{worth} {table['name'].iloc[0]}"
            if gainers
            else f"{worth.replace('more', 'no more')} {others[0]}"
        )
    if not others or not gainers:
        return f"{worth} {f'all {len(gainers)}' if gainers else f'none of the {len(others)}'} parties"
    few = len(others) <= _NAMED
    return f"{worth} {len(gainers)} of {len(table)} parties{f', not to {listed(others)}' if few else ''}"
