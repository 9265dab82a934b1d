"""A document as one HTML page that stands alone: pictures are in it, and their data as tables to unfold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from sim.analysis.plain_csv import plain_csv
from sim.report.blocks import (
    Attachment,
    Block,
    Code,
    Document,
    Grid,
    Kind,
    Listing,
    Picture,
    Prose,
    Section,
)
from sim.report.choosing_images import data_address, images
from sim.report.data_grid import data_grid
from sim.report.grid_html import grid_html
from sim.report.html import Html, joined, tag
from sim.report.page import page
from sim.report.words_html import words_html
from sim.scenario.words import counted

STYLE = Path(__file__).with_name("report.css")


def as_html(document: Document, style: str = "") -> str:
    """Write a document as one page; `style` is added to that of all documents.

    Examples
    --------
    >>> told = Document("Talks", "5 worlds", (Section("The question", (Prose("Who?"),)),), "No forecast.")
    >>> "<h2>The question</h2>" in as_html(told)
    True
    """
    body = _Writer(images(document)).body(document)
    return page(f"{document.title}: {document.below}", *body, style=STYLE.read_text("utf-8") + style)


class _Writer:
    """Writes blocks one after the other, each heading one below that of the section it is in."""

    def __init__(self, images: Mapping[Picture, str]) -> None:
        self.images = images

    def body(self, document: Document) -> Iterator[Html]:
        top = [tag("h1", document.title), tag("p", document.below, class_="quiet")]
        if document.contents:
            yield tag("a", "Skip to the answer", href="#main", class_="skip")
            top.append(_contents(document))
        yield tag("header", *top)
        yield tag("main", *self.blocks(document.inside, 2), id="main")
        yield tag("footer", tag("p", document.caution))

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


def _contents(document: Document) -> Html:
    headings = [one.heading for one in document.inside if isinstance(one, Section)]
    links = [tag("li", tag("a", heading, href=f"#{_slug(heading)}")) for heading in headings]
    return tag("nav", tag("ol", *links), aria_label="Contents")


def _plain(block: Block) -> Html:
    match block:
        case Prose(words, kind):
            return tag("p", words_html(words), **_class(kind))
        case Listing(items, numbered, kind):
            inside = (tag("li", words_html(item)) for item in items)
            return tag("ol" if numbered else "ul", *inside, **_class(kind))
        case Grid():
            return grid_html(block)
        case Code(text):
            return tag("pre", tag("code", text))
        case Attachment(name, words, media, content):
            return tag("p", _file(name, media, content), ": ", words_html(words))
        case _:
            raise TypeError(f"not a block of a document: {block!r}")


def _class(kind: Kind) -> dict[str, str]:
    return {} if kind == "plain" else {"class_": kind}


def _data(picture: Picture) -> Iterator[Html]:
    """Give the data of a picture as a table to unfold, and as a file."""
    yield tag("details", tag("summary", f"The data: {picture.finding}"), grid_html(data_grid(picture)))
    yield _file(f"{picture.name}.csv", "text/csv", plain_csv(picture.table).encode())
    yield joined([f": {counted(len(picture.table), 'row')} in all"])


def _file(name: str, kind: str, content: bytes) -> Html:
    """Make a link that saves a file, which is in the page."""
    return tag("a", name, href=data_address(kind, content), download=name)


def _slug(heading: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", heading.lower()).strip("-")
