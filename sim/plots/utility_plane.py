"""What packages, deals and no deal are worth to two parties, and where solution points lie."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import shorten

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.transforms import blended_transform_factory, offset_copy

from sim.plots.corner import corner
from sim.plots.fitting import fit, text_height, text_width
from sim.plots.headline import headline, nothing_to_draw
from sim.plots.looks import VERMILLION
from sim.plots.plane_layers import draw_deals, draw_no_deal, draw_packages, draw_points
from sim.plots.rows import records
from sim.plots.space import cell_of, settled_size
from sim.plots.spreading import spread
from sim.plots.style import GREY, LABEL_SIZE, axes_for, in_style
from sim.scenario.listing import listed
from sim.scenario.words import counted, percent

_CLEAR, _STRONG = 0.3, 0.7
"""Rank correlations from which two parties tend to want the same, or the opposite, and from which they do."""

_ROOM = 0.24
"""Part of the width that the words on the right may take."""

_LONGEST = 60
"""Letters of a package that are said beside it."""

_AIR = 4  # points between remarks
_BEYOND = 14  # points between the axes and the words

_HOW_TO_READ = (
    "Circles: packages at their mean utility, the larger the more often acceptable to all they ask (filled:"
    " in half of the worlds or more; dots: never). Line: those efficient for these two. Grey: no deal, 5th to"
    " 95th percentile of the worlds (dashed: median)."
)
_BLUE = "Blue: deals, each in its own world, the darker the more."
_STARS = "Stars: what solution concepts pick most often."


@dataclass(frozen=True)
class _Remark:
    """Words on the right, and what they are about."""

    words: str
    x: float
    y: float
    colour: str


@in_style
def utility_plane(table: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw packages, deals, no deal and solution points in the plane of two parties' utilities.

    Parameters
    ----------
    table
        Columns and `attrs` as those of `sim.analysis.plane.utility_plane`.
    ax
        Where to draw; a new figure if there is none.

    Examples
    --------
    >>> rows = [("no deal", "p05", 0.1, 0.1), ("no deal", "median", 0.2, 0.2), ("no deal", "p95", 0.3, 0.3)]
    >>> table = pd.DataFrame(rows, columns=["kind", "name", "x", "y"])
    >>> table = table.assign(package=-1, label="", share=0.0, frontier=False)
    >>> table.loc[3] = ["package", "", 0.6, 0.5, 7, "this one", 0.75, True]
    >>> table.attrs = {"scenario": "base", "title": "Talks", "worlds": 50, "seed": 1, "version": "0.1.0",
    ...                "parties": ("a", "b"), "names": ("Ann", "Bob"), "orders": (), "correlation": -0.8,
    ...                "looked_at": 50, "packages": 1, "half": 1, "worlds_agreed": 0, "cell": 0.1}
    >>> " ".join(utility_plane(table).get_title(loc="left").split()).split("; ")[1]
    'the only package is acceptable to all in at least half of the worlds'
    """
    ax = axes_for(ax, height=5.6)
    headline(ax, _finding(table))
    if table.empty:
        corner(ax, table)
        nothing_to_draw(ax, "It takes two parties, and a package that somebody could sign.")
        return ax
    kinds = {kind: table[table["kind"] == kind] for kind in ("package", "deals", "no deal", "point")}
    corner(ax, table, *_notes(table, kinds))
    no_deal = kinds["no deal"].set_index("name")
    _lay_axes(ax, table)
    draw_no_deal(ax, no_deal)
    draw_deals(ax, kinds["deals"], table.attrs["cell"])
    draw_packages(ax, kinds["package"])
    draw_points(ax, kinds["point"])
    _write_above(ax, no_deal["x"], table.attrs["names"][0])
    _write_remarks(
        ax, list(_remarks(kinds["point"], no_deal["y"], table.attrs["names"][1], ax.get_xlim()[1]))
    )
    return ax


def _notes(table: pd.DataFrame, kinds: dict[str, pd.DataFrame]) -> Iterator[str]:
    yield _HOW_TO_READ
    if len(kinds["deals"]):
        yield _BLUE
    if len(kinds["point"]):
        yield _STARS
    attrs, shown = table.attrs, len(kinds["package"])
    if shown < attrs["packages"]:
        some = f"{shown:,} of {attrs['packages']:,} packages"
        yield f"Drawn: {some}, the most acceptable, the efficient, and a sample of the others."
    if attrs["looked_at"] < attrs["worlds"]:
        yield f"Means are over the first {counted(attrs['looked_at'], 'world')}."
    if attrs["orders"]:
        yield f"Of {listed(attrs['orders'])} only the order of packages is known: steps count as equal."


def _lay_axes(ax: Axes, table: pd.DataFrame) -> None:
    """Let both axes run as far as anything goes, and say whose they are."""
    (x, y), orders = table.attrs["names"], table.attrs["orders"]
    ax.set_xlabel(f"{_worth(x, x in orders)}, 0 worst to 1 best")
    fitted = fit([_worth(y, y in orders)], settled_size(ax)[1], 2.4 * LABEL_SIZE, LABEL_SIZE - 0.5)
    ax.set_ylabel(fitted.texts[0], fontsize=fitted.size)
    ax.set_xlim(*_limits(table["x"]))
    ax.set_ylim(*_limits(table["y"]))
    ax.spines["left"].set_visible(True)


def _limits(values: pd.Series[float]) -> tuple[float, float]:
    """Return ends of an axis from 0, or what is less, as far as anything goes."""
    least, most = min(0.0, values.min()), values.max()
    air = 0.04 * max(most - least, 0.01)
    return least - air, most + air


def _worth(name: str, order: bool) -> str:
    return f"place in the order of {name}" if order else f"utility for {name}"


def _no_deal(worth: pd.Series[float], name: str) -> str:
    least, middle, most = worth["p05"], worth["median"], worth["p95"]
    spread_ = f" ({least:.2f} to {most:.2f})" if least < most else ""
    return f"no deal is worth {middle:.2f}{spread_} to {name}"


def _write_above(ax: Axes, worth: pd.Series[float], name: str) -> None:
    """Say above the axes what no deal is worth to the party along the x axis."""
    above = ax.secondary_xaxis("top")
    width = settled_size(ax)[0] - _ROOM * cell_of(ax).width - _BEYOND  # what remarks will leave
    fitted = fit([_no_deal(worth, name)], 0.95 * width, 2.4 * LABEL_SIZE, LABEL_SIZE - 0.5)
    above.set_xticks([_inside(ax, worth["median"], fitted.texts[0], fitted.size, width)], fitted.texts)
    above.tick_params(length=0, labelsize=fitted.size, labelcolor=GREY, pad=2)
    above.spines["top"].set_visible(False)


def _inside(ax: Axes, x: float, text: str, size: float, width: float) -> float:
    """Return where the middle of a text nearest to `x` is, so that it stays between the ends of the axis."""
    least, most = ax.get_xlim()
    half = text_width(text, size) / 2 / width * (most - least)
    return float(np.clip(x, least + half, most - half))


def _remarks(points: pd.DataFrame, worth: pd.Series[float], name: str, right: float) -> Iterator[_Remark]:
    """Yield what is said of no deal for the party along the y axis, and of packages that concepts pick."""
    yield _Remark(_no_deal(worth, name), right, worth["median"], GREY)
    for _, picked in points.groupby("package", sort=False):
        who = listed([f"{row.name} {percent(row.share)}" for row in records(picked)])
        package = shorten(picked["label"].iloc[0], _LONGEST, placeholder="…")
        yield _Remark(f"{who}: {package}", picked["x"].iloc[0], picked["y"].iloc[0], VERMILLION)


def _write_remarks(ax: Axes, remarks: list[_Remark]) -> None:
    """Write remarks on the right, each at the height of what it is about, moved apart as far as it takes."""
    height = settled_size(ax)[1]
    texts = [remark.words for remark in remarks]
    fitted = fit(texts, _ROOM * cell_of(ax).width, height / len(texts) - _AIR, LABEL_SIZE - 0.5)
    least, most = ax.get_ylim()
    wanted = [(remark.y - least) / (most - least) * height for remark in remarks]
    gap = _AIR + max(text_height(text, fitted.size) for text in fitted.texts)
    places = _spread(wanted, gap, height)
    for remark, text, at, place in zip(remarks, fitted.texts, wanted, places, strict=True):
        edge = blended_transform_factory(ax.transAxes, ax.transData)
        moved = offset_copy(edge, ax.get_figure(root=True), _BEYOND, place - at, units="points")
        ax.annotate(
            text, (remark.x, remark.y), (1, remark.y), textcoords=moved, va="center", size=fitted.size,
            arrowprops={"arrowstyle": "-", "color": remark.colour, "relpos": (0, 0.5), "linewidth": 0.8},
            annotation_clip=False,
        )  # fmt: skip


def _spread(wanted: list[float], gap: float, height: float) -> list[float]:
    """Move middles of texts apart, and keep each text between the ends of the axis."""
    return spread([max(place, gap / 2) for place in wanted], gap, height - gap / 2)


def _finding(table: pd.DataFrame) -> str:
    """Say how far the two want the same, and how many packages are often acceptable to all."""
    attrs = table.attrs
    if table.empty:
        return "No two parties to compare" if not attrs["parties"] else "No packages to show"
    one, other = attrs["names"]
    return f"{_alike(one, other, attrs['correlation'])}; {_acceptable(attrs['half'], attrs['packages'])}"


def _alike(one: str, other: str, correlation: float) -> str:
    if np.isnan(correlation):
        return f"{one} or {other} likes all packages equally"
    strong = abs(correlation) >= _STRONG
    if abs(correlation) < _CLEAR:
        said = f"What {one} likes says little of what {other} likes"
    elif correlation > 0:
        said = f"{one} and {other} {'like much' if strong else 'tend to like'} the same packages"
    else:
        said = f"What {one} likes, {other} {'dislikes' if strong else 'tends to dislike'}"
    number = f"{correlation:.2f}".replace("-", "\u2212")
    return f"{said} (rank correlation\u00a0{number})"


def _acceptable(half: int, packages: int) -> str:
    where = "acceptable to all in at least half of the worlds"
    if not half:
        return f"no package is {where}"
    if half == packages:
        return f"{'the only package is' if half == 1 else f'all {half:,} packages are'} {where}"
    return f"{half:,} of {packages:,} packages {'is' if half == 1 else 'are'} {where}"
