"""Text that fits: measured, wrapped, shrunk, and shortened only when nothing else helps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

import numpy as np
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from sim.plots.style import SMALLEST_SIZE

_SLACK = (
    1.04  # a raster hints its letters: they come out up to this much wider than the outlines measured here
)
_LINE = 1.22  # from one line to the next, in sizes of type


@dataclass(frozen=True)
class Fitted:
    """Texts broken into lines, and the size of type in points at which they fit."""

    texts: tuple[str, ...]
    size: float


@cache
def _width_at_one_point(text: str, weight: str) -> float:
    font = FontProperties(family="DejaVu Sans", weight=weight, size=100)
    width: float = text_to_path.get_text_width_height_descent(text, font, ismath=False)[0]
    return width * _SLACK / 100


def text_width(text: str, size: float, weight: str = "normal") -> float:
    """Width of the widest line of `text`, in points."""
    words = (line.split(" ") for line in text.split("\n"))
    space = _width_at_one_point("n n", weight) - _width_at_one_point("nn", weight)
    widths = (sum(_width_at_one_point(w, weight) for w in ws) + space * (len(ws) - 1) for ws in words)
    return size * max(widths)


def text_height(text: str, size: float) -> float:
    """Height of `text` with all its lines, in points."""
    return size * (1 + _LINE * text.count("\n"))


def wrap(text: str, width: float, size: float, weight: str = "normal") -> str:
    """Break `text` between words so that lines stay within `width` points; a longer word stays whole.

    Examples
    --------
    >>> print(wrap("no foreign troops", width=60, size=8))
    no foreign
    troops
    """
    return "\n".join(_wrap_line(line, width, size, weight) for line in text.split("\n"))


def _beginnings(text: str) -> Iterator[str]:
    """Ever shorter beginnings of `text`: cut between words, or else within the first."""
    ends = sorted(range(1, len(text)), key=lambda end: (text[end] != " ", -end))
    return (f"{text[:end].rstrip(' ,;:·')}…" for end in ends)


def balanced(text: str, size: float, weight: str = "normal") -> str:
    r"""Break `text` into as many lines as it has, as even as they can be: no last line of one word.

    Examples
    --------
    >>> print(balanced("a deal in 38% of worlds; no package\nin 51%", size=8))
    a deal in 38% of worlds;
    no package in 51%
    """
    lines, joined = text.count("\n"), text.replace("\n", " ")
    widths = np.arange(text_width(text, size, weight), 0, -size).tolist()
    wrapped = (wrap(joined, width, size, weight) for width in widths)
    return list(takewhile(lambda each: each.count("\n") == lines, wrapped))[-1]


def _wrap_line(line: str, width: float, size: float, weight: str) -> str:
    done, current = [], ""
    for word in filter(None, line.split(" ")):
        longer = f"{current} {word}".lstrip()
        if current and text_width(longer, size, weight) > width:
            done.append(current)
            longer = word
        current = longer
    return "\n".join([*done, current])


def fit(
    texts: Sequence[str],
    width: float,
    height: float,
    largest: float,
    *,
    smallest: float = SMALLEST_SIZE,
    weight: str = "normal",
) -> Fitted:
    r"""Break and shrink `texts`, all to one size, until each fits into `width` x `height` points.

    What does not fit even at the smallest size is shortened and ends in "…".

    Examples
    --------
    >>> fit(["no foreign troops"], width=60, height=30, largest=8)
    Fitted(texts=('no foreign\ntroops',), size=8.0)
    >>> fit(["no foreign troops"], width=40, height=6, largest=8).texts
    ('no foreign…',)
    """

    def fits(text: str, size: float) -> bool:
        return text_width(text, size, weight) <= width and text_height(text, size) <= height

    for size in np.arange(largest, smallest - 0.01, -0.25).tolist():
        wrapped = tuple(wrap(text, width, size, weight) for text in texts)
        if all(fits(text, size) for text in wrapped):
            return Fitted(wrapped, size)

    def shortened(text: str) -> str:
        wraps = (wrap(each, width, smallest, weight) for each in (text, *_beginnings(text)))
        return next((each for each in wraps if fits(each, smallest)), "…")

    return Fitted(tuple(shortened(text) for text in texts), smallest)
