"""Cells shaded by a share, the darker the more, that read the same in grey, with words in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.colors import to_hex, to_rgb
from matplotlib.patches import Rectangle

from sim.plots.fitting import Fitted, fit
from sim.plots.space import settled_size
from sim.plots.style import DARK, GREY, LABEL_SIZE, PALE, SMALL_SIZE, SMALLEST_SIZE

_DARKEST = 0.92
_GAP = 2.0  # points between cells, and as many on each side of the words

_LINEAR = 0.04045  # below it the sRGB curve is a straight line


@dataclass(frozen=True)
class Cell:
    """A share in a row from `left` to `right`, and what stands in it: `words`, or `short` if they do not fit.

    A cell that is not `shaded` is hatched instead: its share is told, but does not count.
    """

    left: float
    right: float
    row: int
    share: float
    words: str
    short: str
    shaded: bool = True


def shade(share: float) -> str:
    """Colour of a share: white for none, dark blue for all, darker and darker between.

    Examples
    --------
    >>> shade(0.0), shade(1.0)
    ('#f7fbff', '#08458a')
    """
    return to_hex(mpl.colormaps["Blues"](_DARKEST * share))


def draw_cells(ax: Axes, cells: Sequence[Cell], row_height: float) -> None:
    """Draw cells on an axis whose limits are set; all words have one size."""
    per_unit = settled_size(ax)[0] / (ax.get_xlim()[1] - ax.get_xlim()[0])
    room = [((cell.right - cell.left) * per_unit - 3 * _GAP, row_height - 2.5 * _GAP) for cell in cells]
    fitted = _fitted(cells, room)
    gap = _GAP / per_unit
    for cell, words in zip(cells, fitted.texts, strict=True):
        ax.add_patch(
            Rectangle(
                (cell.left + gap / 2, cell.row - 0.5 + _GAP / 2 / row_height),
                cell.right - cell.left - gap,
                1 - _GAP / row_height,
                **_face(cell),
            )
        )
        ax.text(
            (cell.left + cell.right) / 2, cell.row, words,
            ha="center", va="center", size=fitted.size, linespacing=1.15, color=_ink(cell),
        )  # fmt: skip


def _fitted(cells: Sequence[Cell], room: Sequence[tuple[float, float]]) -> Fitted:
    """Fit all words if they are easy to read and whole, or else the short ones as well as it goes."""
    whole = _fit_all([cell.words for cell in cells], room, SMALL_SIZE)
    if all(text.split() == cell.words.split() for text, cell in zip(whole.texts, cells, strict=True)):
        return whole
    return _fit_all([cell.short for cell in cells], room, SMALLEST_SIZE)


def _fit_all(texts: Sequence[str], room: Sequence[tuple[float, float]], smallest: float) -> Fitted:
    """Fit each text into its own room, all to one size."""

    def each(largest: float) -> list[Fitted]:
        return [
            fit([text], *space, largest, smallest=smallest) for text, space in zip(texts, room, strict=True)
        ]

    size = min(fitted.size for fitted in each(LABEL_SIZE))
    return Fitted(tuple(fitted.texts[0] for fitted in each(size)), size)


def _face(cell: Cell) -> dict[str, Any]:
    if not cell.shaded:
        return {"facecolor": "white", "edgecolor": PALE, "hatch": "////", "linewidth": 0.6}
    return {"facecolor": shade(cell.share), "edgecolor": PALE, "linewidth": 0.6}


def _ink(cell: Cell) -> str:
    """Return the colour of words: dark or white, whatever stands out more from the cell."""
    if not cell.shaded or not cell.share:
        return GREY
    behind = _luminance(shade(cell.share))
    lighter, darker = 1.05 / (behind + 0.05), (behind + 0.05) / (_luminance(DARK) + 0.05)
    return "white" if lighter > darker else DARK


def _luminance(colour: str) -> float:
    """Return how light a colour is, 0 to 1."""
    channels = [c / 12.92 if c <= _LINEAR else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    return sum(share * channel for share, channel in zip((0.2126, 0.7152, 0.0722), channels, strict=True))
