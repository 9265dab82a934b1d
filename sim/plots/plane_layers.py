"""What lies in the plane of two utilities, layer by layer: no deal, deals, the frontier, packages, points."""

from __future__ import annotations

import matplotlib as mpl
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import ListedColormap

from sim.plots.looks import BLUE, ORANGE, VERMILLION
from sim.plots.style import DARK, GREY, PALE

_PALEST, _DARKEST = 0.25, 0.9
_LEAST, _MORE = 7.0, 95.0
"""Area of a circle, in square points: if hardly ever acceptable to all, and what is added if always."""

_FEW = 150
"""Circles up to which each has its full size."""

_FRAMED, _FRAME = 3, 230.0
"""Cells of deals up to which each has a frame, and its area in square points: circles would hide the cell."""

HALF = 0.5


def draw_no_deal(ax: Axes, no_deal: pd.DataFrame) -> None:
    """Draw a band and a line along each axis: where no deal lies for each of the two."""
    least, middle, most = no_deal[["x", "y"]].loc[["p05", "median", "p95"]].to_numpy().tolist()
    ax.axvspan(least[0], most[0], color=PALE, alpha=0.6, linewidth=0)
    ax.axhspan(least[1], most[1], color=PALE, alpha=0.6, linewidth=0)
    ax.axvline(middle[0], color=GREY, linewidth=1, linestyle="--")
    ax.axhline(middle[1], color=GREY, linewidth=1, linestyle="--")


def draw_deals(ax: Axes, deals: pd.DataFrame, cell: float) -> None:
    """Shade each cell in which deals lie, the darker the more of them."""
    if deals.empty:
        return
    places = np.rint(deals[["x", "y"]].to_numpy() / cell).astype(int)
    count = round(1 / cell) + 1
    shares = np.full((count, count), np.nan)
    shares[places[:, 1], places[:, 0]] = deals["share"] / deals["share"].max()
    edges = (np.arange(count + 1) - 0.5) * cell
    blues = mpl.colormaps["Blues"](np.linspace(_PALEST, _DARKEST, 256))
    shades = ListedColormap(blues)
    ax.pcolormesh(edges, edges, np.ma.masked_invalid(shares), cmap=shades, vmin=0, vmax=1, zorder=1.5)
    if len(deals) <= _FRAMED:
        ax.scatter(
            deals["x"], deals["y"], _FRAME, marker="s", facecolors="none",
            edgecolors=BLUE, linewidths=1.6, zorder=2.3, clip_on=False,
        )  # fmt: skip


def draw_packages(ax: Axes, packages: pd.DataFrame) -> None:
    """Draw the frontier, and each package as a circle that grows with the share in which all accept it."""
    frontier = packages[packages["frontier"].astype(bool)].sort_values(["x", "y"], ascending=[True, False])
    ax.step(frontier["x"], frontier["y"], where="pre", color=DARK, linewidth=1, zorder=2)
    never, ever = packages[packages["share"] == 0], packages[packages["share"] > 0]
    ax.scatter(never["x"], never["y"], 3, color=GREY, linewidths=0, zorder=2.2, clip_on=False)
    crowded = min(1.0, (_FEW / max(len(ever), 1)) ** 0.5)
    for often in (False, True):
        some = ever[(ever["share"] >= HALF) == often]
        ax.scatter(
            some["x"], some["y"], (_LEAST + _MORE * some["share"]) * crowded,
            color=ORANGE if often else "white", edgecolors=DARK, linewidths=0.7, zorder=2.4, clip_on=False,
        )  # fmt: skip


def draw_points(ax: Axes, points: pd.DataFrame) -> None:
    """Mark the packages that solution concepts pick."""
    ax.scatter(
        points["x"], points["y"], 70, marker="*",
        color=VERMILLION, edgecolors="white", linewidths=0.7, zorder=3, clip_on=False,
    )  # fmt: skip
