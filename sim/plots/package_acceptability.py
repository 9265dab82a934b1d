"""How often the packages that matter are acceptable, to all whose consent they need and to each party."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from sim.plots.columns import fit_heads, write_heads
from sim.plots.corner import SAMPLING_ERROR, corner
from sim.plots.headline import headline, nothing_to_draw
from sim.plots.heat import Cell, draw_cells
from sim.plots.looks import party_looks
from sim.plots.package_rows import band
from sim.plots.rows import label_rows, records
from sim.plots.space import cell_of, settled_size
from sim.plots.style import axes_for, in_style
from sim.plots.words import percent_with_interval
from sim.scenario.listing import listed
from sim.scenario.words import counted, percent

_MOST = 12
"""Packages drawn at most; what is left out is said."""

_LONGEST = 60
"""Letters of a package's name up to which the title says it."""

_WORDS_SHARE = 0.3
_HEADS_SHARE = 0.16
_UNBROKEN = "\u00a0"
_APART = 0.2  # of a column, between all and the parties

_HOW_TO_READ = (
    "Acceptable to a party: worth at least what no deal is worth to it, and across no red line that it holds,"
    " in the last round."
)
_NOT_ASKED = "Hatched: the package does not need this party's consent."


@in_style
def package_acceptability(table: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw a row for each package, shaded by how often all accept it, and how often each party does.

    Parameters
    ----------
    table
        Columns `package`, `label`, `party` (empty for all whose consent the package needs), `party_name`,
        `needed`, `share` of the worlds, `low`, `high`.
    ax
        Where to draw; a new figure, as large as the table needs, if there is none.

    Examples
    --------
    >>> rows = [(3, "air-shield", "", "all it asks", True, 0.6, 0.46, 0.72)]
    >>> rows += [(3, "air-shield", "uk", "United Kingdom", True, 0.6, 0.46, 0.72)]
    >>> table = pd.DataFrame(rows, columns="package label party party_name needed share low high".split())
    >>> table.attrs = {"scenario": "base", "title": "Talks", "worlds": 50, "seed": 1, "version": "0.1.0"}
    >>> package_acceptability(table).get_title(loc="left")
    '“air-shield” is acceptable to United Kingdom, whom alone it asks, in 60% of worlds'
    """
    shown = _shown(table)
    packages, columns = shown["package"].nunique(), shown["party"].nunique()
    ax = axes_for(ax, width=min(3.4 + 1.0 * max(columns, 5), 14), height=2.1 + 0.46 * max(packages, 3))
    if table.empty:
        headline(ax, "No packages to compare")
        corner(ax, table)
        nothing_to_draw(ax, "No package could be signed at all.")
        return ax
    headline(ax, _finding(table))
    corner(ax, table, *_notes(table, shown), SAMPLING_ERROR)
    places = _places(shown)
    _name_columns(ax, shown, places)
    labels = shown.drop_duplicates("package")["label"].tolist()
    row_height = label_rows(ax, labels, share=_WORDS_SHARE)
    draw_cells(ax, list(_cells(shown, places)), row_height)
    _draw_bands(ax, places)
    return ax


def _shown(table: pd.DataFrame) -> pd.DataFrame:
    return table[table["package"].isin(table["package"].unique()[:_MOST])]


def _notes(table: pd.DataFrame, shown: pd.DataFrame) -> Iterator[str]:
    yield _HOW_TO_READ
    if not shown["needed"].all():
        yield _NOT_ASKED
    left_out = table["package"].nunique() - shown["package"].nunique()
    if left_out:
        yield f"Left out: {counted(left_out, 'package')} less often acceptable to all."


def _places(table: pd.DataFrame) -> dict[str, float]:
    """Return where the column of each party begins; the first, of all of them, stands apart."""
    return {party: place + _APART * (place > 0) for place, party in enumerate(table["party"].unique())}


def _name_columns(ax: Axes, table: pd.DataFrame, places: dict[str, float]) -> None:
    ax.set_xlim(0, max(places.values()) + 1)
    ax.spines["bottom"].set_visible(False)
    cell = cell_of(ax)
    width = (1 - _WORDS_SHARE) * cell.width / ax.get_xlim()[1]
    names = table.drop_duplicates("party")["party_name"].tolist()
    heads = fit_heads(names, [width] * len(names), _HEADS_SHARE * cell.height)
    write_heads(ax, [place + 0.5 for place in places.values()], heads, above=8, minor=False)


def _draw_bands(ax: Axes, places: dict[str, float]) -> None:
    """Draw the colour of each party between its name and its column."""
    height = 5 * ax.get_ylim()[0] / settled_size(ax)[1]
    for party, look in party_looks(party for party in places if party).items():
        band(ax, look, places[party] + 0.5, -0.5 - height, height, clip_on=False)


def _cells(table: pd.DataFrame, places: dict[str, float]) -> Iterator[Cell]:
    rows = {package: row for row, package in enumerate(table["package"].unique())}
    for each in records(table):
        share, interval = percent_with_interval(each.share, each.low, each.high, finest=1).split(" (")
        words = f"{share}\n({interval}".replace(" ", _UNBROKEN)
        left = places[each.party]
        yield Cell(left, left + 1, rows[each.package], each.share, words, percent(each.share), each.needed)


def _finding(table: pd.DataFrame) -> str:
    """Say how often all accept the best package, and who accepts it least often."""
    best = table[table["package"] == table["package"].iloc[0]]
    everybody, asked = best[best["party"] == ""].iloc[0], best[best["needed"] & (best["party"] != "")]
    if not everybody["share"]:
        worlds = counted(table.attrs["worlds"], "world")
        return f"No package is acceptable to all it asks in any of {worlds}{_closest(everybody, asked)}"
    if everybody["share"] == 1:
        return _always(table)
    name, often = _name(everybody["label"], "The most acceptable package"), _worlds(everybody["share"])
    if len(asked) == 1:
        return f"{name} is acceptable to {asked['party_name'].iloc[0]}, whom alone it asks, in {often}"
    return f"{name} is acceptable to all it asks in {often}; {_least(asked)}"


def _always(table: pd.DataFrame) -> str:
    """Say how many packages are acceptable to all in every world, or which one is."""
    everybody = table[table["party"] == ""]
    always = everybody[everybody["share"] == 1]
    if len(always) == 1:
        return f"{_name(always['label'].iloc[0], 'One package')} is acceptable to all it asks in every world"
    some = "All" if len(always) == len(everybody) else f"{len(always)} of"
    return f"{some} {len(everybody)} packages listed are acceptable to all they ask in every world"


def _name(label: str, otherwise: str) -> str:
    return f"“{label}”" if len(label) <= _LONGEST else otherwise


def _closest(everybody: pd.Series[Any], asked: pd.DataFrame) -> str:
    """Say which package comes closest, if any party accepts what it is asked for."""
    if asked.empty or not asked["share"].any():
        return ""
    return f"; of {_name(everybody['label'], 'the closest')}, {_least(asked)}"


def _least(asked: pd.DataFrame) -> str:
    """Say who accepts a package least often."""
    share = asked["share"].min()
    least = asked["party_name"][asked["share"] == share].tolist()
    if len(least) == len(asked):
        return f"each of them accepts it in {_worlds(share)}"
    return f"{listed(least)} {'accept' if len(least) > 1 else 'accepts'} it least often ({percent(share)})"


def _worlds(share: float) -> str:
    return "every world" if share == 1 else f"{percent(share)} of worlds"
