"""Words above columns: flat where they all fit, or else all turned upwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from sim.plots.fitting import Fitted, fit, text_height, text_width
from sim.plots.style import DARK, LABEL_SIZE, SMALL_SIZE, SMALLEST_SIZE

_GAP = 2.0  # points between neighbours that lie flat
_TURNED_SHARE = 0.8
"""Part of the width of its column that a turned text may take: its lines must not seem its neighbour's."""


@dataclass(frozen=True)
class Heads:
    """Texts for the heads of columns, all of one size and turned the same way."""

    texts: tuple[str, ...]
    size: float
    turned: bool

    @property
    def height(self) -> float:
        """Points the tallest takes above its column."""
        measure = text_width if self.turned else text_height
        return max(measure(text, self.size) for text in self.texts)


def fit_heads(texts: Sequence[str], widths: Sequence[float], height: float) -> Heads:
    r"""Fit each text into its own width and the common height, in points.

    They are turned rather than made too small to read with ease, and shortened only when nothing else helps.

    Examples
    --------
    >>> fit_heads(["no troops", "a strong army"], [40, 60], height=50)
    Heads(texts=('no\ntroops', 'a strong\narmy'), size=8.0, turned=False)
    >>> fit_heads(["no troops"], [15], height=50)
    Heads(texts=('no troops',), size=8.0, turned=True)
    """
    flat = [(width - _GAP, height) for width in widths]
    turned = [(height, _TURNED_SHARE * width) for width in widths]
    ways = [(False, flat, SMALL_SIZE), (True, turned, SMALLEST_SIZE), (False, flat, SMALLEST_SIZE)]
    for turn, rooms, smallest in ways:
        fitted = _fit_all(texts, rooms, smallest)
        if [text.split() for text in fitted.texts] == [text.split() for text in texts]:
            return Heads(fitted.texts, fitted.size, turn)
    fitted = _fit_all(texts, turned, SMALLEST_SIZE)
    return Heads(fitted.texts, fitted.size, turned=True)


def _fit_all(texts: Sequence[str], rooms: Sequence[tuple[float, float]], smallest: float) -> Fitted:
    """Fit each text into its own room, all to one size."""

    def each(largest: float) -> list[Fitted]:
        return [
            fit([text], *room, largest, smallest=smallest) for text, room in zip(texts, rooms, strict=True)
        ]

    size = min(fitted.size for fitted in each(LABEL_SIZE))
    return Fitted(tuple(fitted.texts[0] for fitted in each(size)), size)


def write_heads(ax: Axes, places: Sequence[float], heads: Heads, above: float, *, minor: bool) -> None:
    """Write the heads `above` points above `ax`, as major or as minor ticks: one set each."""
    which = "minor" if minor else "major"
    ax.xaxis.remove_overlapping_locs = False  # heads of both sets may stand over the same column
    ax.tick_params(
        axis="x", which=which, length=0, pad=above, top=False, bottom=False, labeltop=True, labelbottom=False
    )
    ax.set_xticks(
        places, heads.texts, minor=minor, size=heads.size, color=DARK,
        rotation=90 if heads.turned else 0, va="bottom",
        multialignment="left" if heads.turned else "center",
    )  # fmt: skip
