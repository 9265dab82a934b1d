"""A document as one HTML page that stands alone: pictures are in it, and their data as tables to unfold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from sim.analysis.plain_csv import plain_csv
from sim.report.blocks import (
    Attachment,
    Block,
    Code,
    Document,
    Grid,
    Inline,
    Link,
    Listing,
    Mark,
    Picture,
    Prose,
    Section,
    Strong,
    Words,
    on_the_web,
    parts,
)
from sim.report.choosing_images import data_address, images
from sim.report.data_grid import data_grid
from sim.report.html import Html, joined, tag
from sim.report.page import page, scrolling

SHORT = 8
"""A table of so many rows at most is not cut where a page ends."""

STYLE = Path(__file__).with_name("report.css")


def as_html(document: Document) -> str:
    """Write a document as one page.

    Examples
    --------
    >>> told = Document("Talks", "5 worlds", (Section("The question", (Prose("Who?"),)),), "No forecast.")
    >>> "<h2>The question</h2>" in as_html(told)
    True
    """
    return _Writer(images(document)).page(document)


class _Writer:
    """Writes blocks one after the other, each heading one below that of the section it is in."""

    def __init__(self, images: Mapping[Picture, str]) -> None:
        self.images = images

    def page(self, document: Document) -> str:
        sections = document.sections
        skip = tag("a", "Skip to the answer", href="#main", class_="skip")
        head = tag(
            "header", tag("h1", document.title), tag("p", document.below, class_="quiet"), _contents(sections)
        )
        main = tag("main", *self.blocks(sections, 2), id="main")
        foot = tag("footer", tag("p", document.caution))
        return page(document.title, skip, head, main, foot, style=STYLE.read_text("utf-8"))

    def blocks(self, blocks: Iterable[Block], level: int, above: str = "") -> Iterator[Html]:
        for block in blocks:
            match block:
                case Section():
                    yield self.section(block, level, above)
                case Picture():
                    yield self.picture(block, level)
                case _:
                    yield _plain(block)

    def section(self, section: Section, level: int, above: str) -> Html:
        name = f"{above}{_slug(section.heading)}"
        classes = {"class_": "new-page"} if section.new_page else {}
        heading = tag(f"h{level}", section.heading)
        inside = self.blocks(section.inside, level + 1, f"{name}-")
        return tag("section", heading, *inside, id=name, **classes)

    def picture(self, picture: Picture, level: int) -> Html:
        drawn = tag("img", src=self.images[picture], alt=picture.words)
        title = tag(f"h{level}", picture.finding, class_="finding")
        return tag("figure", title, drawn, tag("figcaption", *_data(picture)))


def _contents(sections: Sequence[Section]) -> Html:
    links = [tag("li", tag("a", one.heading, href=f"#{_slug(one.heading)}")) for one in sections]
    return tag("nav", tag("ol", *links), aria_label="Contents")


def _plain(block: Block) -> Html:
    match block:
        case Prose(words, quiet):
            return tag("p", _words(words), **({"class_": "quiet"} if quiet else {}))
        case Listing(items, numbered):
            inside = (tag("li", _words(item)) for item in items)
            return tag("ol", *inside, class_="answer") if numbered else tag("ul", *inside)
        case Grid():
            return scrolling(_grid(block), block.caption, "short" * (len(block.rows) <= SHORT))
        case Code(text):
            return tag("pre", tag("code", text))
        case Attachment(name, words, kind, content):
            return tag("p", _file(name, kind, content), f": {words}")
        case _:
            raise TypeError(f"not a block of a document: {block!r}")


def _grid(grid: Grid) -> Html:
    head = tag(
        "tr", *(tag("th", name, scope="col", **_right(grid, at)) for at, name in enumerate(grid.columns))
    )
    rows = [
        tag(
            "tr",
            tag("th", _words(first), scope="row"),
            *(tag("td", _words(cell), **_right(grid, at)) for at, cell in enumerate(cells, 1)),
        )
        for first, *cells in grid.rows
    ]
    return tag("table", tag("caption", grid.caption), tag("thead", head), tag("tbody", *rows))


def _right(grid: Grid, place: int) -> dict[str, str]:
    return {"class_": "number"} if place in grid.numeric else {}


def _data(picture: Picture) -> Iterator[Html]:
    """Give the data of a picture as a table to unfold, and as a file."""
    grid = data_grid(picture)
    yield tag("details", tag("summary", f"The data: {picture.finding}"), scrolling(_grid(grid), grid.caption))
    yield _file(f"{picture.name}.csv", "text/csv", plain_csv(picture.table).encode())
    yield joined([f": all {len(picture.table):,} rows"])


def _file(name: str, kind: str, content: bytes) -> Html:
    """Make a link that saves a file, which is in the page."""
    return tag("a", name, href=data_address(kind, content), download=name)


def _words(words: Words) -> Html:
    return joined(_inline(part) for part in parts(words))


def _inline(part: Inline) -> str:
    match part:
        case Link(text, url):
            return tag("a", text, href=url) if on_the_web(url) else text
        case Strong(text):
            return tag("strong", text)
        case Mark(sign, text, verdict):
            return tag("span", tag("span", sign, class_="sign"), f" {text}", class_=verdict)
        case _:
            return part


def _slug(heading: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", heading.lower()).strip("-")
