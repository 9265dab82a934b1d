"""Where the answer tips: a measure against the value of one quantity, with the value at which it changes."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator, PercentFormatter
from matplotlib.transforms import blended_transform_factory, offset_copy

from sim.plots.corner import SAMPLING_ERROR, corner
from sim.plots.fitting import fit
from sim.plots.headline import headline, nothing_to_draw
from sim.plots.looks import BLUE, VERMILLION
from sim.plots.rows import name_x_axis
from sim.plots.space import cell_of, settled_size
from sim.plots.style import DARK, GREY, LABEL_SIZE, axes_for, in_style
from sim.scenario.words import capitalised

_HOW_TO_READ = (
    "Blue: the measure, with its 95% interval. Red: the value at which the answer changes, and all values"
    " that sampling error leaves open."
)


@in_style
def tipping_curve(table: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw a measure along the values tried, what it is compared with, and where the answer tips.

    Parameters
    ----------
    table
        As `sim.analysis.tipping.tipping_table` makes it: columns `value`, `measure`, `low`, `high`, `holds`;
        `attrs` `quantity`, `about`, `target`, `number`, `is_share`, `tip`, `interval`, `cut`, `monotone`.
    ax
        Where to draw; a new figure if there is none.

    Examples
    --------
    >>> rows = [(0.0, 0.9, 0.8, 1.0, True), (1.0, 0.1, 0.0, 0.2, False)]
    >>> table = pd.DataFrame(rows, columns=["value", "measure", "low", "high", "holds"])
    >>> table.attrs = {"scenario": "base", "title": "Talks", "worlds": 50, "seed": 1, "version": "0.1.0"}
    >>> table.attrs |= dict(quantity="the price", about="whether there is a deal", number=0.5, is_share=True)
    >>> table.attrs |= dict(target="a deal in at least 50% of worlds", tip=0.5, interval=[0.4, 0.6])
    >>> table.attrs |= dict(cut=[False, False], monotone=True)
    >>> print(tipping_curve(table).get_title(loc="left"))
    A deal in at least 50% of worlds as long as the
    price is below 0.5 (95% interval 0.4 to 0.6)
    """
    ax = axes_for(ax, height=4.2)
    headline(ax, _finding(table))
    if table.empty:
        corner(ax, table)
        nothing_to_draw(ax, "No value has been tried.")
        return ax
    tips = table.attrs["tip"] is not None
    twice = (
        [] if table.attrs["monotone"] else ["The answer changes more than once; shown is the first change."]
    )
    corner(
        ax,
        table,
        *([_HOW_TO_READ] if tips else []),
        *twice,
        "The same worlds at every value.",
        SAMPLING_ERROR,
    )
    name_x_axis(ax, capitalised(table.attrs["quantity"]).replace("_", " "))
    share = table.attrs["is_share"]
    words = f"share of worlds: {table.attrs['about']}" if share else f"mean of {table.attrs['about']}"
    fitted = fit([words], settled_size(ax)[1], 3 * LABEL_SIZE, LABEL_SIZE)
    ax.set_ylabel(fitted.texts[0], size=fitted.size)
    _draw(ax, table)
    _scale(ax, table)
    if tips:
        _mark(ax, table)
    _name_target(ax, table)
    return ax


def _draw(ax: Axes, table: pd.DataFrame) -> None:
    ax.fill_between(table["value"], table["low"], table["high"], color=BLUE, alpha=0.2, linewidth=0)
    ax.plot(table["value"], table["measure"], color=BLUE, zorder=2)
    for holds, some in table.groupby("holds"):
        ax.plot(
            some["value"], some["measure"], "o", color=BLUE, markerfacecolor=BLUE if holds else "white",
            markersize=4.5, zorder=3, clip_on=False,
        )  # fmt: skip
    ax.axhline(table.attrs["number"], color=DARK, linewidth=1, linestyle=(0, (4, 2)), zorder=1.5)


def _scale(ax: Axes, table: pd.DataFrame) -> None:
    """Let the axes hold every interval and the number compared with; shares start at nothing."""
    seen = [*table["measure"], *table["low"].dropna(), *table["high"].dropna(), table.attrs["number"]]
    low, high = (0.0, max(seen)) if table.attrs["is_share"] else (min(seen), max(seen))
    room = 0.05 * (high - low) or 0.05
    ax.set_ylim(low if table.attrs["is_share"] else low - room, high + room)
    if table.attrs["is_share"]:
        ax.yaxis.set_major_formatter(PercentFormatter(1))
    ax.yaxis.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))
    first, last = float(table["value"].iloc[0]), float(table["value"].iloc[-1])
    ax.set_xlim(first, last if last > first else first + 1)
    ax.xaxis.set_major_locator(MaxNLocator(8, steps=[1, 2, 2.5, 5, 10]))
    ax.grid(visible=True, axis="y")


def _mark(ax: Axes, table: pd.DataFrame) -> None:
    """Mark where the answer tips, with its value above: as a tick, so that the headline makes room for it."""
    tip, interval = table.attrs["tip"], table.attrs["interval"]
    ax.axvspan(*interval, color=VERMILLION, alpha=0.15, linewidth=0, zorder=1)
    ax.axvline(tip, color=VERMILLION, linewidth=1.6, zorder=2.5)
    ax.tick_params(axis="x", which="minor", length=0, pad=3, labeltop=True, labelbottom=False)
    ax.xaxis.remove_overlapping_locs = False
    ax.set_xticks([tip], [f"tips at {tip:.4g}"], minor=True, size=LABEL_SIZE, weight="bold", color=DARK)


def _name_target(ax: Axes, table: pd.DataFrame) -> None:
    """Say on the right of the axes what the measure is compared with."""
    number = table.attrs["number"]
    words = f"asked: {100 * number:.3g}%" if table.attrs["is_share"] else f"asked: {number:.4g}"
    fitted = fit([words], 0.15 * cell_of(ax).width, 40, LABEL_SIZE)
    edge = blended_transform_factory(ax.transAxes, ax.transData)
    ax.text(
        1, number, fitted.texts[0], va="center", size=fitted.size, color=GREY,
        transform=offset_copy(edge, ax.get_figure(root=True), 6, 0, units="points"),
    )  # fmt: skip


def _finding(table: pd.DataFrame) -> str:
    """Say on which side of which value the target holds, or that it does everywhere or nowhere."""
    if table.empty:
        return "No value has been tried"
    target, tip = capitalised(table.attrs["target"]), table.attrs["tip"]
    quantity = table.attrs["quantity"].replace("_", " ")
    if tip is None:
        ends = f"{table['value'].iloc[0]:.4g} to {table['value'].iloc[-1]:.4g}"
        if table["holds"].iloc[0]:
            return f"{target} whatever {quantity} is, from {ends}"
        return f"At no value of {quantity} from {ends}: {table.attrs['target']}"
    below = table["holds"][table["value"] < tip].iloc[-1]
    low, high = (f"{end:.4g}" for end in table.attrs["interval"])
    cut = table.attrs["cut"]
    interval = f"{low}{' or less' if cut[0] else ''} to {high}{' or more' if cut[1] else ''}"
    side = "below" if below else "above"
    return f"{target} as long as {quantity} is {side} {tip:.4g} (95% interval {interval})"
