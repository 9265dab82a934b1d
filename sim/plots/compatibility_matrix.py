"""Which named packages cross whose red lines."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from sim.plots.corner import corner
from sim.plots.fitting import fit
from sim.plots.headline import headline, nothing_to_draw
from sim.plots.looks import party_looks
from sim.plots.package_rows import NO, WORDS_SHARE, YES, band, box, face, label_packages, set_apart
from sim.plots.rows import records
from sim.plots.space import cell_of, settled_size
from sim.plots.style import DARK, GREY, LABEL_SIZE, axes_for, in_style
from sim.plots.words import line_words, part_of
from sim.scenario.listing import listed
from sim.scenario.words import possessive

_NOT_NEEDED = "Hatched, not needed: the package does not need this party's consent."
_TELLING = 10
"""Letters a shortened cell keeps at least; with fewer the mark alone says more."""


@in_style
def compatibility_matrix(table: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw one row for each package and one column for each party, compatible packages on top.

    Parameters
    ----------
    table
        Columns `package`, `party`, `party_name`, `ok`, `needed` (the package needs this party's consent),
        `crosses` (ids of the red lines it crosses).
    ax
        Where to draw; a new figure, as large as the table needs, if there is none.

    Examples
    --------
    >>> row = ("force", "russia", "Russia", False, True, ("no-foreign-troops",))
    >>> table = pd.DataFrame([row], columns="package party party_name ok needed crosses".split())
    >>> table.attrs = {"scenario": "base", "title": "Talks", "version": "0.1.0"}
    >>> compatibility_matrix(table).get_title(loc="left")
    "The one package crosses a red line; Russia's lines stop it"
    """
    packages, parties = table["package"].nunique(), table["party"].nunique()
    ax = axes_for(ax, width=min(2.6 + 1.1 * max(parties, 4), 14), height=2.0 + 0.46 * max(packages, 2))
    if table.empty:
        headline(ax, "No packages to compare")
        corner(ax, table)
        nothing_to_draw(ax, "The scenario names no packages.")
        return ax
    headline(ax, _finding(table))
    corner(ax, table, *([] if table["needed"].all() else [_NOT_NEEDED]))
    _name_columns(ax, table)
    _draw_cells(ax, table, label_packages(ax, set_apart(table["package"], set(_stopped(table)["package"]))))
    return ax


def _stopped(table: pd.DataFrame) -> pd.DataFrame:
    """Rows in which a package crosses a line of a party whose consent it needs."""
    return table[table["needed"] & ~table["ok"]]


def _name_columns(ax: Axes, table: pd.DataFrame) -> None:
    names = table.drop_duplicates("party")["party_name"].tolist()
    cell = cell_of(ax)
    width = (1 - WORDS_SHARE) * cell.width / len(names) - 2
    fitted = fit(names, width, 0.2 * cell.height, LABEL_SIZE)
    ax.set_xlim(-0.5, len(names) - 0.5)
    ax.set_xticks(range(len(names)), fitted.texts, size=fitted.size, color=DARK)
    ax.tick_params(axis="x", length=0, top=False, labeltop=True, bottom=False, labelbottom=False, pad=2)
    ax.spines["bottom"].set_visible(False)


def _draw_cells(ax: Axes, table: pd.DataFrame, rows: dict[str, int]) -> None:
    looks = party_looks(table["party"])
    columns = {party: column for column, party in enumerate(looks)}
    for party, look in looks.items():
        band(ax, look, columns[party], -0.32, 0.2)
    width, height = settled_size(ax)
    room = 0.86 * width / len(columns), 0.8 * height / (ax.get_ylim()[0] - ax.get_ylim()[1])
    cells = list(records(table))
    fitted = fit([_words(cell, table) for cell in cells], *room, LABEL_SIZE)
    for cell, words in zip(cells, fitted.texts, strict=True):
        column, row = columns[cell.party], rows[cell.package]
        box(ax, column, row, 0.86, **face(looks[cell.party], crossed=not cell.ok, needed=cell.needed))
        _write(ax, column, row, words, size=fitted.size, colour=DARK if cell.needed else GREY)


def _write(ax: Axes, column: int, row: int, words: str, *, size: float, colour: str) -> None:
    """Write into a cell; a mark without words is larger, and stands alone where too few letters would fit."""
    if words.endswith("…") and len(words) < _TELLING:
        words = words[0]
    size = 1.5 * size if len(words) == 1 else size
    ax.text(column, row, words, ha="center", va="center", size=size, color=colour, linespacing=1.1)


def _words(cell: Any, table: pd.DataFrame) -> str:
    lines = ", ".join(line_words(line, table) for line in cell.crosses)
    words = YES if cell.ok else f"{NO} {lines}".strip()
    return words if cell.needed else f"{words} · not needed"


def _finding(table: pd.DataFrame) -> str:
    """Say how many packages are compatible, and who stops most of the others."""
    packages = table["package"].nunique()
    stopped = _stopped(table)
    crossing = stopped["package"].nunique()
    whose = (
        "nobody's red line"
        if table["ok"][~table["needed"]].all()
        else "no red line of those who must consent"
    )
    if not crossing:
        return f"{'The one package crosses' if packages == 1 else f'All {packages} packages cross'} {whose}"
    cross = "crosses" if packages - crossing == 1 else "cross"
    free = f"{packages - crossing} of {packages} packages {cross} {whose}"
    stops = stopped.groupby("party_name", sort=False, observed=True)["package"].nunique()
    most = [f"{possessive(str(name))} lines" for name in stops.index[stops == stops.max()]]
    them = f"{listed(most)} {'each ' * (len(most) > 1)}stop"
    if crossing == packages:
        every = "The one package" if packages == 1 else "Every package"
        return f"{every} crosses a red line; {them} {part_of(stops.max(), crossing)}"
    return f"{free}; {them} {_of_the_others(stops.max(), crossing)}"


def _of_the_others(count: int, others: int) -> str:
    if count < others:
        return f"{count} of the other {others}"
    return "the other" if others == 1 else f"{part_of(count, others)} others"
