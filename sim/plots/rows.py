"""Rows with words on their left: the frame of every picture that reads like a table."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.transforms import IdentityTransform, blended_transform_factory

from sim.plots.fitting import fit, text_width
from sim.plots.space import cell_of, settled_size
from sim.plots.style import DARK, LABEL_SIZE, SMALL_SIZE

GAP = 8.0
"""Points between the words and the axes."""

_INDENT = "\u2003"

_READABLE = SMALL_SIZE - 0.5
"""Size in points down to which words of a row shrink before they are shortened."""


def records(table: pd.DataFrame) -> Iterator[Any]:
    """Rows of a table, each read as `row.column`."""
    return iter(table.itertuples(index=False))


@dataclass(frozen=True)
class _Words:
    """The words of one row as they are drawn."""

    text: str
    size: float
    weight: str

    @property
    def width(self) -> float:
        return text_width(self.text, self.size, self.weight)


def label_rows(
    ax: Axes,
    labels: Sequence[str],
    *,
    share: float,
    headings: Collection[int] = (),
    smallest: float = _READABLE,
) -> float:
    """Give `ax` one row for each label, the first on top, and return the height of a row in points.

    The words are aligned on the left, take at most `share` of the width, and stay within their row.
    Rows numbered in `headings` are written bold, and the others are indented below them.
    """
    ax.set_ylim(len(labels) - 0.5, -0.5)
    row_height = settled_size(ax)[1] / len(labels)
    room = _room(ax, len(labels), share)
    strong = {row: label for row, label in enumerate(labels) if row in headings}
    plain = {row: label for row, label in enumerate(labels) if row not in headings}
    indent = _INDENT if headings else ""
    words = _fitted(strong, *room, weight="bold", indent="", smallest=smallest) | _fitted(
        plain, *room, weight="normal", indent=indent, smallest=smallest
    )
    _write(ax, [words[row] for row in range(len(labels))])
    return row_height


def _room(ax: Axes, rows: int, share: float) -> tuple[float, float]:
    """Return width and height in points of the words of one row."""
    return share * cell_of(ax).width, 0.82 * settled_size(ax)[1] / rows


def headings_fit(ax: Axes, headings: Sequence[str], *, rows: int, share: float) -> bool:
    """Tell whether headings would be whole in a picture of so many rows."""
    fitted = fit(headings, *_room(ax, rows, share), LABEL_SIZE, smallest=_READABLE, weight="bold")
    return [text.split() for text in fitted.texts] == [text.split() for text in headings]


def _fitted(
    labels: dict[int, str], width: float, height: float, *, weight: str, indent: str, smallest: float
) -> dict[int, _Words]:
    """Fit the labels of one weight, all to one size."""
    fitted = fit(
        list(labels.values()),
        width - len(indent) * LABEL_SIZE,
        height,
        LABEL_SIZE,
        smallest=smallest,
        weight=weight,
    )
    texts = (indent + text.replace("\n", f"\n{indent}") for text in fitted.texts)
    return {row: _Words(text, fitted.size, weight) for row, text in zip(labels, texts, strict=True)}


def _write(ax: Axes, words: Sequence[_Words]) -> None:
    ax.set_yticks(range(len(words)), [each.text for each in words], ha="left", color=DARK)
    ax.tick_params(axis="y", length=0, pad=max(each.width for each in words) + GAP)
    for label, each in zip(ax.get_yticklabels(), words, strict=True):
        label.set(fontsize=each.size, fontweight=each.weight, linespacing=1.1)


def name_x_axis(ax: Axes, words: str) -> None:
    """Name the x axis from the right edge: the whole width below the rows is free for it."""
    cell = cell_of(ax)
    fitted = fit([words], cell.width, 2 * SMALL_SIZE, LABEL_SIZE - 0.5)
    label = ax.xaxis.label
    label.set(text=fitted.texts[0], fontsize=fitted.size, ha="right")
    label.set_transform(blended_transform_factory(ax.figure.transSubfigure, IdentityTransform()))
    label.set_x(cell.right)
