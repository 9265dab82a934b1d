"""A table of a document as HTML: captions and headers that say what they head, room to write in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sim.report.blocks import Grid, Group, Row
from sim.report.html import Html, tag
from sim.report.page import scrolling
from sim.report.words_html import words_html

SHORT = 8
"""A table of so many rows at most is not cut where a page ends."""


def grid_html(grid: Grid) -> Html:
    """Write a table, which scrolls by itself where it is wide.

    Examples
    --------
    >>> "<caption>Two.</caption>" in grid_html(Grid("Two.", ("A", "B"), (("a", "b"),)))
    True
    """
    head = tag(
        "tr", *(tag("th", name, scope="col", **_kind(grid, at)) for at, name in enumerate(grid.columns))
    )
    bodies = [tag("tbody", *_rows(grid, grid.rows))] if grid.rows else []
    bodies += [tag("tbody", *_group(grid, group), class_="group") for group in grid.groups]
    sheet = {} if grid.write is None else {"class_": "sheet"}
    whole = tag("table", tag("caption", grid.caption), tag("thead", head), *bodies, **sheet)
    rows = len(grid.rows) + sum(1 + len(group.rows) for group in grid.groups)
    return scrolling(whole, grid.caption, "short" if rows <= SHORT else "")


def _group(grid: Grid, group: Group) -> Iterator[Html]:
    yield tag("tr", tag("th", group.heading, scope="rowgroup", colspan=len(grid.columns)))
    yield from _rows(grid, group.rows)


def _rows(grid: Grid, rows: Sequence[Row]) -> Iterator[Html]:
    for first, *cells in rows:
        told = (tag("td", words_html(cell), **_kind(grid, at)) for at, cell in enumerate(cells, 1))
        yield tag("tr", tag("th", words_html(first), scope="row"), *told)


def _kind(grid: Grid, place: int) -> dict[str, str]:
    if grid.write is not None and place >= grid.write:
        return {"class_": "write"}
    return {"class_": "number"} if place in grid.numeric else {}
