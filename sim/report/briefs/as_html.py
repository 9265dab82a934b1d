"""A paper as one HTML page that stands alone and prints to A4."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import singledispatch
from pathlib import Path

from sim.report.briefs.document import (
    Block,
    Command,
    Grid,
    Group,
    Heading,
    Items,
    Link,
    NewPage,
    Paper,
    Strong,
    Text,
    Words,
)
from sim.report.html import Html, joined, tag
from sim.report.page import page, scrolling

OWN_STYLE = Path(__file__).with_name("briefs.css")


def as_html(paper: Paper) -> str:
    """Return a paper as a page without scripts that asks nothing of any network.

    Examples
    --------
    >>> page = as_html(Paper("A < B", "For all.", [Text("Words.")], "Foot."))
    >>> page.startswith("<!DOCTYPE html>"), "<h1>A &lt; B</h1>" in page
    (True, True)
    """
    top = tag("header", tag("h1", paper.title), tag("p", paper.about, class_="about"))
    foot = tag("footer", tag("p", paper.foot))
    main = tag("main", *map(_block, paper.blocks))
    return page(f"{paper.title}: {paper.about}", top, main, foot, style=OWN_STYLE.read_text("utf-8"))


@singledispatch
def _block(block: Block) -> Html:
    raise TypeError(f"no block of a paper: {block!r}")


@_block.register
def _(block: Heading) -> Html:
    return tag(f"h{block.level}", block.text)


@_block.register
def _(block: Text) -> Html:
    return tag("p", _set(block.words), **({"class_": "note"} if block.note else {}))


@_block.register
def _(block: Items) -> Html:
    return tag("ol" if block.numbered else "ul", *(tag("li", _set(item)) for item in block.items))


@_block.register
def _(block: Command) -> Html:
    return tag("pre", tag("code", block.text))


@_block.register
def _(block: NewPage) -> Html:  # noqa: ARG001  (chosen by its type)
    return tag("div", class_="new-page")


@_block.register
def _(block: Grid) -> Html:
    head = tag("tr", *(tag("th", column, scope="col", **_kind(block, i)) for i, column in _each(block)))
    bodies = (
        tag("tbody", *_rows(block, group), **({"class_": "group"} if group.heading else {}))
        for group in block.groups
    )
    kinds = {} if block.write is None else {"class_": "sheet"}
    table = tag("table", tag("caption", block.caption), tag("thead", head), *bodies, **kinds)
    return scrolling(table, block.caption)


def _each(block: Grid) -> Iterator[tuple[int, str]]:
    return iter(enumerate(block.columns))


def _rows(block: Grid, group: Group) -> Iterator[Html]:
    if group.heading:
        yield tag("tr", tag("th", group.heading, scope="rowgroup", colspan=len(block.columns)))
    for first, *cells in group.rows:
        yield tag("tr", tag("th", _set(first), scope="row"), *_cells(block, cells))


def _cells(block: Grid, cells: Sequence[Words]) -> Iterator[Html]:
    for column, cell in enumerate(cells, 1):
        yield tag("td", _set(cell), **_kind(block, column))


def _kind(block: Grid, column: int) -> dict[str, object]:
    if block.write is not None and column >= block.write:
        return {"class_": "write"}
    return {"class_": "number"} if column in block.numbers else {}


def _set(words: Words) -> Html:
    parts = (words,) if isinstance(words, str) else words
    return joined(_span(part) for part in parts)


def _span(part: str | Link) -> str:
    if isinstance(part, Link):
        safe = not part.to.partition(":")[1] or part.to.startswith(("https://", "http://"))
        return tag("a", part.text, href=part.to) if safe else part.text
    return tag("strong", part) if isinstance(part, Strong) else part
