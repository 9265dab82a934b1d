"""What a variant changes: paired differences in the share of each ending, with their intervals."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from sim.analysis.comparing.paired_endings import LABELS
from sim.analysis.comparing.points import points
from sim.negotiation.endings import Ending
from sim.plots.corner import SAMPLING_ERROR, corner
from sim.plots.headline import headline, nothing_to_draw
from sim.plots.looks import ENDINGS, Look
from sim.plots.rows import label_rows, name_x_axis, records
from sim.plots.style import DARK, GREY, LABEL_SIZE, SMALLEST_SIZE, axes_for, in_style
from sim.scenario.words import counted, percent

_NARROWEST = 0.005
"""Half the width of the axis at least, as a difference of shares."""

_MOST_WHOLE = 3
"""Variants drawn with all endings; of more than these, agreement alone."""

_MOST = 12
"""Variants drawn at most; how many are left out is said."""


@in_style
def comparison(table: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw, ending by ending, by how many points its share is larger or smaller in each variant.

    Parameters
    ----------
    table
        Columns `variant`, `ending`, `a`, `b`, `difference`, `low`, `high`; `attrs["pairs"]` is the number of
        pairs of worlds, `attrs["titles"]`, if there, what people call variants. Endings that never come
        are left out; of many variants, all but agreement.
    ax
        Where to draw; a new figure, as high as the rows need, if there is none.

    Examples
    --------
    >>> row = ("soft", "AGREED", 0.5, 0.6, 0.1, 0.08, 0.12)
    >>> table = pd.DataFrame([row], columns="variant ending a b difference low high".split())
    >>> table.attrs = {"scenario": "base", "title": "Talks", "worlds": 50, "seed": 1, "version": "0.1.0"}
    >>> table.attrs["pairs"] = 50
    >>> print(comparison(table).get_title(loc="left"))
    With soft, agreement in 60% of worlds
    instead of 50%: +10.0 points (8.0 to 12.0)
    """
    shown, left_out = _shown(table)
    rows = _rows(shown, headings=len(set(shown["variant"])) > 1)
    ax = axes_for(ax, height=1.6 + 0.34 * max(len(rows), 4))
    headline(ax, _finding(table))
    if shown.empty:
        corner(ax, table)
        nothing_to_draw(ax, "No world has been played.")
        return ax
    corner(ax, table, _how_to_read(table, left_out), SAMPLING_ERROR)
    name_x_axis(ax, f"share of worlds, difference from {table.attrs['scenario']} in percentage points")
    heads = [place for place, (_, row) in enumerate(rows) if row is None]
    row_height = label_rows(ax, [label for label, _ in rows], share=0.35, headings=heads)
    _scale(ax, shown)
    for place, (_, row) in enumerate(rows):
        if row is not None:
            _draw(ax, place, row, ENDINGS[row.ending], max(SMALLEST_SIZE, min(LABEL_SIZE, 0.6 * row_height)))
    return ax


def _shown(table: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """Return the rows that are drawn, and how many variants are left out: those that change least."""
    agreed = table[table["ending"] == Ending.AGREED.name]
    if len(agreed) <= _MOST_WHOLE:
        comes = set(table.loc[(table["a"] > 0) | (table["b"] > 0), "ending"])
        return table[table["ending"].isin(comes)], 0
    order = agreed["difference"].abs().sort_values(ascending=False, kind="stable").index[:_MOST]
    return agreed[agreed.index.isin(order)], max(len(agreed) - _MOST, 0)


def _rows(table: pd.DataFrame, *, headings: bool) -> list[tuple[str, Any]]:
    """Return (label, row of the table), or (label, None) for the heading above the variants of an ending."""
    rows: list[tuple[str, Any]] = []
    for ending in Ending:
        here = list(records(table[table["ending"] == ending.name]))
        if headings and here:
            rows.append((LABELS[ending], None))
        rows += [(_called(row.variant, table) if headings else LABELS[ending], row) for row in here]
    return rows


def _called(name: str, table: pd.DataFrame) -> str:
    """Call a variant by its title, or else by its name, which can be broken into lines; dates stay whole."""
    titles: dict[str, str] = table.attrs.get("titles", {})
    return titles.get(name) or re.sub(r"(?<!\d)-|-(?!\d)", " ", name)


def _scale(ax: Axes, table: pd.DataFrame) -> None:
    """Let the axis hold nothing changed and every interval."""
    low, high = min(table["low"].min(), -_NARROWEST), max(table["high"].max(), _NARROWEST)
    room = 0.04 * (high - low)
    ax.set_xlim(low - room, high + room)
    ax.xaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
    ax.xaxis.set_major_formatter(FuncFormatter(lambda place, _: f"{100 * place:+.3g}" if place else "0"))
    ax.grid(visible=True, axis="x")
    ax.axvline(0, color=GREY, linewidth=1.2, zorder=1)


def _draw(ax: Axes, place: int, row: Any, look: Look, size: float) -> None:
    """Draw a stroke from nothing to the difference, its interval, and its figures on the right."""
    ax.barh(
        place, row.difference, 0.5,
        color=look.colour, hatch=look.hatch, edgecolor=DARK, linewidth=0.5, zorder=2,
    )  # fmt: skip
    ax.plot([row.low, row.high], [place, place], color=DARK, linewidth=1.4, solid_capstyle="butt", zorder=3)
    ax.plot(row.difference, place, look.marker, color="white", markeredgecolor=DARK, markersize=4.5, zorder=4)
    change, interval = points(row.difference, row.low, row.high)
    ax.annotate(
        f"{change} ({interval})", (max(row.high, 0), place), (7, 0),
        textcoords="offset points", va="center", size=size, annotation_clip=False, zorder=5,
    )  # fmt: skip


def _how_to_read(table: pd.DataFrame, left_out: int) -> str:
    pairs = f"{counted(table.attrs['pairs'], 'pair')} of worlds with the same draws; line: 95% interval."
    if len(set(table["variant"])) > _MOST_WHOLE:
        pairs += " Of so many variants agreement alone is drawn."
    return f"{pairs} Left out: {counted(left_out, 'variant')} that change it less." if left_out else pairs


def _finding(table: pd.DataFrame) -> str:
    """Say what becomes of agreement, with the variant that changes it most."""
    agreed = table[table["ending"] == Ending.AGREED.name]
    if agreed.empty or not table.attrs["pairs"]:
        return "No worlds to compare"
    largest = agreed.iloc[int(agreed["difference"].abs().to_numpy().argmax())]
    if not agreed["difference"].any():
        often = percent(largest["a"]) if largest["a"] else "none"
        return f"Agreement as often as in {table.attrs['scenario']}: in {often} of the worlds"
    title = table.attrs.get("titles", {}).get(largest["variant"])
    variant = f"“{title}”" if title else largest["variant"]
    change, interval = points(largest["difference"], largest["low"], largest["high"])
    shares = f"in {percent(largest['b'])} of worlds instead of {percent(largest['a'])}"
    doubt = ", which may be chance" if largest["low"] <= 0 <= largest["high"] else ""
    if len(agreed) == 1:
        return f"With {variant}, agreement {shares}: {change} points ({interval}){doubt}"
    return f"Agreement changes most with {variant}, {shares}: {change} points ({interval}){doubt}"
