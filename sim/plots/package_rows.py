"""Named packages as rows, the compatible ones set apart on top, and the boxes that stand in such rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from sim.plots.fitting import text_width
from sim.plots.looks import Look, tint
from sim.plots.rows import GAP, label_rows
from sim.plots.space import cell_of
from sim.plots.style import DARK, LABEL_SIZE, PALE, SMALLEST_SIZE
from sim.scenario.words import in_words

WORDS_SHARE = 0.26
"""Part of the width the names of packages may take."""

YES, NO = "✔", "✘"


def set_apart(packages: Iterable[str], stopped: Collection[str]) -> dict[str, list[str]]:
    """Put packages below the heading they belong to; headings without packages are left out.

    Examples
    --------
    >>> set_apart(["force", "air-shield", "force"], stopped={"force"})
    {'Compatible': ['air-shield'], 'Crosses a red line': ['force']}
    """
    names = list(dict.fromkeys(packages))
    groups = {
        "Compatible": [package for package in names if package not in stopped],
        "Crosses a red line": [package for package in names if package in stopped],
    }
    return {heading: group for heading, group in groups.items() if group}


def label_packages(ax: Axes, groups: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Give `ax` one row for each heading and each package below it, and return the row of each package."""
    labels: list[str] = []
    rows: dict[str, int] = {}
    headings = []
    for heading, group in groups.items():
        headings.append(len(labels))
        rows |= {package: len(labels) + place for place, package in enumerate(group, start=1)}
        labels += [heading, *map(in_words, group)]
    label_rows(ax, labels, share=WORDS_SHARE, headings=headings, smallest=SMALLEST_SIZE)
    return rows


def width_left(ax: Axes, groups: Mapping[str, Sequence[str]]) -> float:
    """Points that the names of packages, in rows yet to be labelled, leave to the columns."""
    width = cell_of(ax).width
    strong = [text_width(heading, LABEL_SIZE, "bold") for heading in groups]
    plain = [
        text_width(in_words(name), LABEL_SIZE) + LABEL_SIZE for names in groups.values() for name in names
    ]
    return width - min(max(strong + plain), WORDS_SHARE * width) - GAP


def box(ax: Axes, column: float, row: float, height: float, *, width: float = 0.94, **face: Any) -> None:
    """Draw a box around the middle of a column and a row."""
    corner = (column - width / 2, row - height / 2)
    ax.add_patch(Rectangle(corner, width, height, linewidth=0.6, **face))


def band(
    ax: Axes, look: Look, column: float, row: float, height: float, *, width: float = 0.94, **more: Any
) -> None:
    """Draw the band that tells whose the columns below it are."""
    box(ax, column, row, height, width=width, facecolor=look.colour, hatch=look.hatch, edgecolor=DARK, **more)


def face(look: Look, *, crossed: bool, needed: bool) -> dict[str, Any]:
    """How a cell looks: filled if the package is stopped here, hatched if consent is not needed."""
    if not needed:
        return {"facecolor": "white", "edgecolor": PALE, "hatch": "////"}
    if crossed:
        return {"facecolor": tint(look.colour, 0.4), "edgecolor": look.colour}
    return {"facecolor": "white", "edgecolor": PALE}
