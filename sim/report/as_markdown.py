"""A document as Markdown, as GitHub and Pandoc read it; pictures and their data are files beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

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
    Strong,
    Words,
)
from sim.report.choosing_images import of_kind
from sim.report.words_markdown import escaped, paragraph, within
from sim.scenario.words import counted


def as_markdown(document: Document, folder: str = ".") -> str:
    r"""Write a document as Markdown, whose pictures lie in a folder beside it.

    Examples
    --------
    >>> told = Document("Talks", "5 worlds", (Section("Who?", (Prose("Who *is*?"),)),), "No forecast.")
    >>> as_markdown(told, "pictures").splitlines()[4:7]
    ['## Who?', '', 'Who \\*is\\*?']
    """
    top = (f"# {within(document.title)}", paragraph(document.below))
    foot = ("---", paragraph(document.caution))
    return "\n\n".join([*top, *_blocks(document.inside, 2, folder), *foot]) + "\n"


def files_beside(document: Document) -> dict[str, bytes]:
    """Return the files that Markdown needs beside it: each picture with its data, and what is attached."""
    files = {one.name: one.content for one in of_kind(Attachment, document.inside)}
    for picture in of_kind(Picture, document.inside):
        files[f"{picture.name}.png"] = picture.png
        files[f"{picture.name}.csv"] = plain_csv(picture.table).encode()
    return files


def _blocks(blocks: Iterable[Block], level: int, folder: str) -> Iterator[str]:
    for block in blocks:
        match block:
            case Section(heading, inside, new_page):
                yield from ["---"] * new_page
                yield _heading(heading, level)
                yield from _blocks(inside, level + 1, folder)
            case Prose(words, kind):
                yield _apart(kind, paragraph(words))
            case Listing(items, numbered, kind):
                marks = (f"{place}." if numbered else "-" for place in range(1, len(items) + 1))
                told = (f"{mark} {paragraph(item)}" for mark, item in zip(marks, items, strict=True))
                yield _apart(kind, "\n".join(told))
            case Grid():
                yield _grid(block)
            case Picture():
                yield from _picture(block, level, folder)
            case Code(text):
                yield _code(text)
            case Attachment(name, words):
                yield f"[{escaped(name)}](<{folder}/{name}>): {within(words)}"


def _heading(words: str, level: int) -> str:
    return f"{'#' * min(level, 6)} {within(words)}"


def _apart(kind: Kind, text: str) -> str:
    return re.sub("^", "> ", text, flags=re.MULTILINE) if kind == "note" else text


def _code(text: str) -> str:
    """Fence what can be typed in, with more backticks than are in it."""
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence}text\n{text}\n{fence}"


def _grid(grid: Grid) -> str:
    rule = ["---:" if place in grid.numeric else "---" for place in range(len(grid.columns))]
    rows = [[within(name) for name in grid.columns], rule, *(map(_cell, row) for row in _rows(grid))]
    return "\n".join([paragraph(grid.caption), "", *(f"| {' | '.join(row)} |" for row in rows)])


def _cell(words: Words) -> str:
    """Write a cell; in a table a stroke ends it even in what can be typed in."""
    return re.sub(r"(?<!\\)\|", r"\|", within(words))


def _rows(grid: Grid) -> Iterator[tuple[Words, ...]]:
    yield from grid.rows
    for group in grid.groups:
        yield (Strong(group.heading), *[""] * (len(grid.columns) - 1))
        yield from group.rows


def _picture(picture: Picture, level: int, folder: str) -> Iterator[str]:
    yield _heading(picture.finding, level)
    yield f"![{within(picture.words)}](<{folder}/{picture.name}.png>)"
    yield f"[The data](<{folder}/{picture.name}.csv>): {counted(len(picture.table), 'row')}."
