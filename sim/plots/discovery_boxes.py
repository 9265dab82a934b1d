"""Under which conditions it holds: what the boxes of scenario discovery keep of each range."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from sim.plots.corner import corner
from sim.plots.fitting import fit
from sim.plots.headline import headline, nothing_to_draw
from sim.plots.looks import Look, owner_looks
from sim.plots.rows import label_rows, name_x_axis, records
from sim.plots.space import cell_of
from sim.plots.style import DARK, GREY, LABEL_SIZE, PALE, axes_for, in_style
from sim.scenario.listing import listed
from sim.scenario.words import capitalised, counted, percent

_MOST = 12
"""Conditions drawn at most; how many are left out is said."""

_DOUBTFUL = 0.05
"""Above this quasi-p-value a condition might be chance."""

_THICKNESS, _THICKEST = 0.56, 30.0
"""Of a bar: part of its row, and points at most."""

_HOW_TO_READ = (
    "Grey: all that was drawn of a quantity, from its lowest to its highest value. Coloured: what the box"
    " keeps. The conditions hold together."
)
_DOUBT = (
    "Broken edge, quasi-p: how likely the same worlds would be if the condition did nothing; might be chance."
)
_FOUND_FOR = "The box was sought in these very worlds: others will show a little less."


@in_style
def discovery_boxes(table: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw what each condition of a box keeps of the whole range of its quantity, and say its limits.

    Parameters
    ----------
    table
        As `sim.analysis.discovery.discover.Discovery.conditions`: columns `search`, `label`, `party`,
        `words`, `limit`, `least`, `most`, `low`, `high`, `categories`, `kept`, `quasi_p`; `attrs` `about`,
        `share`, `because` and `boxes`.
    ax
        Where to draw; a new figure, as high as the rows need, if there is none.

    Examples
    --------
    >>> row = dict(search=0, input="cost", label="cost", party="uk", limit="below 4", least=0.0, most=10.0)
    >>> row |= dict(words="cost is below 4", low=0.0, high=4.0, categories=(), kept=(), quasi_p=0.001)
    >>> table = pd.DataFrame([row])
    >>> table.attrs = {"scenario": "base", "title": "Talks", "worlds": 50, "seed": 1, "version": "0.1.0"}
    >>> box = dict(coverage=0.8, density=0.9, mass=0.4, worlds=20, of_interest=18)
    >>> table.attrs |= {"about": "Agreement", "share": 0.45, "because": "", "boxes": [box]}
    >>> print(discovery_boxes(table).get_title(loc="left"))
    Agreement in 90% of the worlds in which cost is below 4, in 45%
    of all. 40% of worlds meet this, and 80% of those of interest
    """
    rows = _rows(table)
    ax = axes_for(ax, height=2.0 + 0.42 * max(len(rows), 2))
    headline(ax, _finding(table))
    if not any(row is not None for _, row in rows):
        corner(ax, table)
        nothing_to_draw(
            ax, table.attrs["because"] or "No condition makes it more frequent than in all worlds."
        )
        return ax
    corner(ax, table, *_notes(table))
    name_x_axis(ax, "what was drawn, from the lowest to the highest value, or each category")
    heads = [place for place, (_, row) in enumerate(rows) if row is None]
    row_height = label_rows(ax, [label for label, _ in rows], share=0.38, headings=heads)
    ax.set_xlim(0, 1)
    ax.set_xticks([])
    ax.spines["bottom"].set_visible(False)
    looks = owner_looks(table["party"])
    thickness = min(_THICKNESS, _THICKEST / row_height)
    for place, (_, row) in enumerate(rows):
        if row is not None:
            _draw(ax, (place - thickness / 2, thickness), row, looks[row.party])
    _write_limits(ax, [row for _, row in rows], row_height)
    return ax


def _rows(table: pd.DataFrame) -> list[tuple[str, Any]]:
    """Return (label, row of the table), or (label, None) for the heading above the conditions of a box."""
    shown, boxes = table.head(_MOST), table.attrs.get("boxes", [])
    rows: list[tuple[str, Any]] = []
    for search, conditions in shown.groupby("search", sort=True):
        if len(boxes) > 1:
            box = boxes[int(str(search))]
            rows.append((f"{percent(box['density'])} of {counted(box['worlds'], 'world')}, where", None))
        rows += [(row.label.replace("_", " "), row) for row in records(conditions)]
    return rows


def _draw(ax: Axes, across: tuple[float, float], row: Any, look: Look) -> None:
    """Draw the whole, and over it what is kept: one stretch of a range, or some of the categories."""
    stretches = _kept_categories(row) if row.categories else [_kept_range(row)]
    ends = [at / len(row.categories) for at in range(len(row.categories) + 1)] if row.categories else [0, 1]
    ax.broken_barh([(0, 1)], across, facecolor=PALE, edgecolor=GREY, linewidth=0.5)
    ax.broken_barh(
        stretches, across, facecolor=look.colour, hatch=look.hatch, edgecolor=DARK, linewidth=0.7, zorder=2,
        linestyle="--" if row.quasi_p > _DOUBTFUL else "-",
    )  # fmt: skip
    ax.vlines(ends, across[0], sum(across), color=GREY, linewidth=0.8, zorder=3)


def _kept_range(row: Any) -> tuple[float, float]:
    """Return where what is kept begins, and how long it is, in parts of the range."""
    whole = row.most - row.least
    return ((row.low - row.least) / whole, (row.high - row.low) / whole) if whole else (0.0, 1.0)


def _kept_categories(row: Any) -> list[tuple[float, float]]:
    each = 1 / len(row.categories)
    return [(at * each, each) for at, one in enumerate(row.categories) if one in row.kept]


def _write_limits(ax: Axes, rows: Sequence[Any], row_height: float) -> None:
    """Write on the right of each row its limits, out of what, and how doubtful they are."""
    places = [place for place, row in enumerate(rows) if row is not None]
    words = [_limits(rows[place]) for place in places]
    fitted = fit(words, 0.24 * cell_of(ax).width, row_height * 0.85, LABEL_SIZE - 0.5)
    for place, text in zip(places, fitted.texts, strict=True):
        ax.annotate(
            text, (1, place), (8, 0), xycoords=ax.get_yaxis_transform(), textcoords="offset points",
            va="center", size=fitted.size, linespacing=1.1, annotation_clip=False,
        )  # fmt: skip


def _limits(row: Any) -> str:
    whole = listed(row.categories) if row.categories else f"{row.least:.3g} to {row.most:.3g}"
    doubt = f"\nquasi-p {row.quasi_p:.2f}: chance?" if row.quasi_p > _DOUBTFUL else ""
    return f"{row.limit}, of {whole}{doubt}"


def _notes(table: pd.DataFrame) -> list[str]:
    notes = [_HOW_TO_READ, _FOUND_FOR]
    if (table["quasi_p"] > _DOUBTFUL).any():
        notes.append(_DOUBT)
    left_out = len(table) - _MOST
    return [*notes, f"Left out: {counted(left_out, 'condition')}."] if left_out > 0 else notes


def _finding(table: pd.DataFrame) -> str:
    """Say how often it holds under the conditions of the first box, how often without, and what they miss."""
    attrs = table.attrs
    if not attrs.get("boxes"):
        return "No conditions to tell: there is no difference between worlds"
    box, about = attrs["boxes"][0], capitalised(attrs["about"])
    first = table[table["search"] == 0]
    if first.empty:
        return f"{about} in {percent(attrs['share'])} of worlds: no condition makes a difference"
    more = f"; one of {len(attrs['boxes'])} boxes" if len(attrs["boxes"]) > 1 else ""
    if (first["quasi_p"] > _DOUBTFUL).all():
        more += "; all of this might be chance"
    here, all_worlds = percent(box["density"]), percent(attrs["share"])
    meet = f"{percent(box['mass'])} of worlds meet {'this' if len(first) == 1 else 'them'}"
    return (
        f"{about} in {here} of the worlds {_which(first)}, in {all_worlds} of all."
        f" {meet}, and {percent(box['coverage'])} of those of interest{more}"
    )


def _which(conditions: pd.DataFrame) -> str:
    """Say of a single condition what it is, of more how many there are."""
    if len(conditions) == 1:
        return f"in which {conditions['words'].iloc[0].replace('_', ' ')}"
    count = {2: "both"}.get(len(conditions), f"all {len(conditions)}")
    return f"that meet {count} conditions"
