"""A document as Markdown; pictures and their data are files beside it."""

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
from sim.report.choosing_images import of_kind


def as_markdown(document: Document, folder: str) -> str:
    r"""Write a document as Markdown, whose pictures lie in a folder beside it.

    Examples
    --------
    >>> told = Document("Talks", "5 worlds", (Section("Who?", (Prose("Who *is*?"),)),), "No forecast.")
    >>> as_markdown(told, "pictures").splitlines()[4:7]
    ['## Who?', '', 'Who \\*is\\*?']
    """
    whole = (f"# {escaped(document.title)}", _prose(document.below))
    return (
        "\n\n".join([*whole, *_blocks(document.sections, 2, folder), "---", _prose(document.caution)]) + "\n"
    )


def files_beside(document: Document) -> dict[str, bytes]:
    """Return the files that Markdown needs beside it: each picture with its data, and what is attached."""
    files = {one.name: one.content for one in of_kind(Attachment, document.sections)}
    for picture in of_kind(Picture, document.sections):
        files[f"{picture.name}.png"] = picture.png
        files[f"{picture.name}.csv"] = plain_csv(picture.table).encode()
    return files


def escaped(text: str) -> str:
    r"""Keep text from being taken for markup.

    Examples
    --------
    >>> escaped("a_b | <c>")
    'a\\_b \\| \\<c\\>'
    """
    return re.sub(r"([\\`*_\[\]<>|~])", r"\\\1", " ".join(text.split()))


def _blocks(blocks: Iterable[Block], level: int, folder: str) -> Iterator[str]:
    for block in blocks:
        match block:
            case Section(heading, inside):
                yield f"{'#' * min(level, 6)} {escaped(heading)}"
                yield from _blocks(inside, level + 1, folder)
            case Prose(words):
                yield _prose(words)
            case Listing(items, numbered):
                yield "\n".join(
                    f"{f'{place}.' if numbered else '-'} {_prose(i)}" for place, i in enumerate(items, 1)
                )
            case Grid():
                yield _grid(block)
            case Picture():
                yield from _picture(block, level, folder)
            case Code(text):
                yield f"```text\n{text}\n```"
            case Attachment(name, words):
                yield f"[{escaped(name)}](<{folder}/{name}>): {escaped(words)}"


def _grid(grid: Grid) -> str:
    rule = ["---:" if place in grid.numeric else "---" for place in range(len(grid.columns))]
    rows = [
        [escaped(name) or " " for name in grid.columns],
        rule,
        *([_prose(cell) for cell in row] for row in grid.rows),
    ]
    return "\n".join([escaped(grid.caption), "", *(f"| {' | '.join(row)} |" for row in rows)])


def _picture(picture: Picture, level: int, folder: str) -> Iterator[str]:
    yield f"{'#' * min(level, 6)} {escaped(picture.finding)}"
    yield f"![{escaped(picture.words)}](<{folder}/{picture.name}.png>)"
    yield f"[The data](<{folder}/{picture.name}.csv>): {len(picture.table):,} rows."


def _prose(words: Words) -> str:
    return "".join(_inline(part) for part in parts(words))


def _inline(part: Inline) -> str:
    match part:
        case Link(text, url):
            return f"[{escaped(text)}](<{url.replace('>', '%3E')}>)" if on_the_web(url) else escaped(text)
        case Strong(text):
            return f"**{escaped(text)}**"
        case Mark(sign, text):
            return f"{sign} {escaped(text)}"
        case _:
            return escaped(part)
