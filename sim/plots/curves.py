"""Curves of shares, each named at its right end: along numbers, or from one value to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator, PercentFormatter
from matplotlib.transforms import blended_transform_factory, offset_copy

from sim.plots.fitting import fit, text_height
from sim.plots.looks import Look
from sim.plots.space import cell_of, settled_size
from sim.plots.spreading import spread
from sim.plots.style import DARK, LABEL_SIZE
from sim.scenario.words import percent

_LONGEST = 40
_TICK_ROOM = 34  # points that the label of a value takes at least
_BEYOND = 16  # points between the axes and the names of the curves
_FEW = 30
"""Values up to which each is marked."""


@dataclass(frozen=True)
class Curve:
    """Shares by value, what they are called, and how they look.

    Parameters
    ----------
    name
        What is said at its end, before the share.
    look
        Its colour, marker and line.
    shares
        Columns `value` and `share`, and `low` and `high` where the interval is drawn.
    """

    name: str
    look: Look
    shares: pd.DataFrame


def draw_curves(ax: Axes, curves: Sequence[Curve], values: Sequence[object]) -> None:
    """Draw along numbers, or side by side where values are none: then nothing lies between them."""
    along = are_numbers(values)
    places = {value: float(value) if along else place for place, value in enumerate(values)}  # type: ignore[arg-type]
    shares = [
        curve.shares.assign(at=[places[value] for value in curve.shares["value"]]).sort_values("at")
        for curve in curves
    ]
    one_band = along and sum("low" in each for each in shares) == 1
    for curve, each in zip(curves, shares, strict=True):
        _draw_curve(ax, curve.look, each, along=along)
        _draw_intervals(ax, curve.look, each, band=one_band)
    _percent_axis(ax, max(float(each.get("high", each["share"]).max()) for each in shares))
    _mark_values(ax, values, along=along)
    _label_ends(ax, curves, [(float(each["at"].iloc[-1]), float(each["share"].iloc[-1])) for each in shares])


def _draw_curve(ax: Axes, look: Look, shares: pd.DataFrame, *, along: bool) -> None:
    at, share = shares["at"], shares["share"]
    if along:
        ax.plot(at, share, look.line, color=look.colour, clip_on=False)
    if len(shares) <= _FEW or not along:
        ax.plot(at, share, look.marker, color=look.colour, markeredgecolor=DARK, zorder=3, clip_on=False)


def _draw_intervals(ax: Axes, look: Look, shares: pd.DataFrame, *, band: bool) -> None:
    if "low" not in shares:
        return
    ends = shares["at"], shares["low"], shares["high"]
    if band:
        ax.fill_between(*ends, color=look.colour, alpha=0.2, linewidth=0)
    else:
        ax.vlines(*ends, color=DARK, linewidth=0.8, zorder=2.5)


def _percent_axis(ax: Axes, top: float) -> None:
    ax.set_ylim(0, 1.04 * max(top, 0.01))
    ax.yaxis.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))
    ax.yaxis.set_major_formatter(PercentFormatter(1))
    ax.grid(visible=True, axis="y")


def _mark_values(ax: Axes, values: Sequence[object], *, along: bool) -> None:
    if along:
        numbers = np.array(values, dtype=float)
        least, most = float(numbers.min()), float(numbers.max())
        ax.set_xlim(least, most) if least < most else ax.set_xlim(least - 0.5, most + 0.5)
        ax.xaxis.set_major_locator(MaxNLocator(8, integer=bool((numbers == numbers.round()).all())))
        return
    ax.set_xlim(-0.5, len(values) - 0.5)
    each = settled_size(ax)[0] / len(values)
    step = ceil(_TICK_ROOM / each)
    shown = range(0, len(values), step)
    fitted = fit([said(values[place]) for place in shown], 0.75 * step * each, 30, LABEL_SIZE)
    ax.set_xticks(list(shown), fitted.texts, size=fitted.size)


def _label_ends(ax: Axes, curves: Sequence[Curve], ends: Sequence[tuple[float, float]]) -> None:
    """Name each line to the right of the axes; names of curves that end close together are moved apart."""
    words = [f"{curve.name}\u00a0{percent(share)}" for curve, (_, share) in zip(curves, ends, strict=True)]
    height = settled_size(ax)[1]
    fitted = fit(words, 0.25 * cell_of(ax).width, height / len(words) - 3, LABEL_SIZE)
    gap = 3 + max(text_height(text, fitted.size) for text in fitted.texts)
    points = [share * height / ax.get_ylim()[1] for _, share in ends]
    places = spread(points, gap, height)
    for curve, text, end, at, place in zip(curves, fitted.texts, ends, points, places, strict=True):
        edge = blended_transform_factory(ax.transAxes, ax.transData)
        moved = offset_copy(edge, ax.get_figure(root=True), _BEYOND, place - at, units="points")
        ax.annotate(
            text, end, (1, end[1]), textcoords=moved, va="center", size=fitted.size,
            arrowprops={"arrowstyle": "-", "color": curve.look.colour, "relpos": (0, 0.5), "shrinkB": 4},
            annotation_clip=False,
        )  # fmt: skip


def are_numbers(values: Sequence[object]) -> bool:
    """Tell whether values can be laid along an axis."""
    return all(isinstance(value, int | float | np.number) for value in values)


def said(value: object) -> str:
    """Say a value in few letters.

    Examples
    --------
    >>> said(0.30000000000000004), said("linear"), said(40)
    ('0.3', 'linear', '40')
    """
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
