"""Red lines as columns, side by side below the name and the band of their party."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.transforms import (
    Affine2D,
    BboxTransformTo,
    ScaledTranslation,
    Transform,
    blended_transform_factory,
)

from sim.plots.columns import Heads, fit_heads, write_heads
from sim.plots.fitting import fit, text_width
from sim.plots.looks import Look, party_looks
from sim.plots.package_rows import band
from sim.plots.rows import records
from sim.plots.space import settled_size
from sim.plots.style import LABEL_SIZE, SMALL_SIZE
from sim.plots.words import line_words

UNSAID = {"inferred", "background"}
"""Kinds of statement behind a line that its party did not make in public."""

_BETWEEN = 0.35
"""Room between two parties, in columns."""

_WIDEST = 90.0
"""Points a column has at most: a single line needs no wider one."""

_LOWEST_ROW = 6.5
_HIGHEST = 120.0
"""Points: what words above columns leave to a row at least, and how high they are at most."""

_INTO_HEADING = 0.8
"""Part of the first row, a heading, into which the words above columns reach down."""

_BAND = 5.0
_AIR = 3.0
"""Points: how high the band of a party is, and how far apart it stands from words."""


@dataclass(frozen=True)
class LineColumns:
    """Where the lines of a table stand, on an axis that counts in columns and has so many points of room.

    The last column, for figures about the whole row, has the name `last`; there is none without a name.
    """

    table: pd.DataFrame
    room: float
    last: str = ""

    @cached_property
    def lines(self) -> list[Any]:
        """One record for each line, those of a party side by side."""
        lines = self.table.drop_duplicates("line")
        return [line for _, own in lines.groupby("party", sort=False, observed=True) for line in records(own)]

    @cached_property
    def looks(self) -> dict[str, Look]:
        """Look of each party, in the order of the columns."""
        return party_looks(line.party for line in self.lines)

    @cached_property
    def places(self) -> dict[str, float]:
        """Middle of each line's column."""
        places = [0.0]
        for before, line in pairwise(self.lines):
            places.append(places[-1] + 1 + _BETWEEN * (before.party != line.party))
        return {line.line: place for line, place in zip(self.lines, places, strict=True)}

    @cached_property
    def spans(self) -> dict[str, tuple[float, float]]:
        """Middles of the first and of the last column of each party."""
        own = {
            party: [self.places[line.line] for line in self.lines if line.party == party]
            for party in self.looks
        }
        return {party: (places[0], places[-1]) for party, places in own.items()}

    @property
    def last_width(self) -> float:
        """Points of the last column: its name fits flat."""
        return text_width(self.last, SMALL_SIZE) + 3 * _AIR if self.last else 0.0

    @property
    def width(self) -> float:
        """Points of a line's column."""
        return min((self.room - self.last_width) / (self._end + 0.5), _WIDEST)

    @property
    def last_place(self) -> float:
        """Middle of the last column."""
        return self._end + self.last_width / self.width / 2

    @property
    def _end(self) -> float:
        return max(self.places.values()) + 0.5


def name_columns(ax: Axes, columns: LineColumns, rows: int) -> None:
    """Write the lines above their columns, and above these the parties; leave room for the rows to come.

    The first row is a heading, with nothing in its columns: the words reach down into it.
    """
    ax.set_xlim(-0.5, columns.room / columns.width - 0.5)
    ax.spines["bottom"].set_visible(False)
    ax.tick_params(axis="x", labelbottom=False, bottom=False)
    height = settled_size(ax)[1]
    room = max(height - _LOWEST_ROW * (rows - _INTO_HEADING), height / 3) - _BAND - 5 * _AIR
    parties = _fit_parties(columns, min(0.4 * room, _HIGHEST))
    lines = _fit_lines(columns, min(room - parties.height, _HIGHEST))
    used = lines.height + parties.height + _BAND + 5 * _AIR
    foot = _AIR - _INTO_HEADING * (height - used) / (rows - _INTO_HEADING)
    _write_lines(ax, columns, lines, foot)
    _write_parties(ax, columns, parties, foot + lines.height + 2 * _AIR)


def _fit_lines(columns: LineColumns, height: float) -> Heads:
    names = [f"{line_words(line.line, columns.table)}{'*' * (line.kind in UNSAID)}" for line in columns.lines]
    return fit_heads(names, [columns.width] * len(names), height)


def _fit_parties(columns: LineColumns, height: float) -> Heads:
    names = {line.party: line.party_name for line in columns.lines}
    widths = [last - first + 1 + _BETWEEN for first, last in columns.spans.values()]
    return fit_heads(list(names.values()), [width * columns.width for width in widths], height)


def _write_lines(ax: Axes, columns: LineColumns, heads: Heads, foot: float) -> None:
    """Write the names of lines, slanted where they are unsaid, and the name of the last column."""
    places = list(columns.places.values())
    if columns.last:
        places.append(columns.last_place)
        heads = replace(heads, texts=(*heads.texts, columns.last))
    write_heads(ax, places, heads, foot, minor=True)
    labels = ax.get_xticklabels(minor=True)
    for label, line in zip(labels, columns.lines, strict=False):
        label.set_fontstyle("italic" if line.kind in UNSAID else "normal")
    if columns.last:
        flat = fit([columns.last], columns.last_width - _AIR, LABEL_SIZE, LABEL_SIZE)
        labels[-1].set(rotation=0, fontsize=min(flat.size, heads.size))


def _write_parties(ax: Axes, columns: LineColumns, heads: Heads, foot: float) -> None:
    """Write the names of parties, each over the band that spans its lines."""
    middles = {party: (first + last) / 2 for party, (first, last) in columns.spans.items()}
    write_heads(ax, list(middles.values()), heads, foot + _BAND + _AIR, minor=False)
    for party, (first, last) in columns.spans.items():
        band(
            ax, columns.looks[party], middles[party], foot + _BAND / 2, _BAND, width=last - first + 0.94,
            transform=_points_above(ax), clip_on=False,
        )  # fmt: skip


def _points_above(ax: Axes) -> Transform:
    """Across in columns, upwards in points from the upper edge of `ax`."""
    upwards = (
        Affine2D().scale(1 / 72)
        + ax.figure.dpi_scale_trans
        + ScaledTranslation(0, 1, BboxTransformTo(ax.bbox))
    )
    return blended_transform_factory(ax.transData, upwards)
