"""What a document is made of; how it is written, as HTML or as Markdown, is decided elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

Verdict = Literal["yes", "no", "aside"]
"""Whether a package passes, is stopped, or is only objected to: shown beside the mark, never in its stead."""


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere; only addresses on the web become links."""

    text: str
    url: str


@dataclass(frozen=True)
class Strong:
    """Words that stand out."""

    text: str


@dataclass(frozen=True)
class Mark:
    """A verdict in a table, in a sign and words."""

    sign: str
    text: str
    verdict: Verdict


Inline = str | Link | Strong | Mark
Words = Inline | tuple[Inline, ...]
"""Text for people, in one part or several."""


@dataclass(frozen=True)
class Prose:
    """A paragraph; `quiet` for what is only to be looked up."""

    words: Words
    quiet: bool = False


@dataclass(frozen=True)
class Listing:
    """A list, of the answer's sentences if it is numbered."""

    items: tuple[Words, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Grid:
    """A table; the first cell of a row is its header.

    Parameters
    ----------
    caption, columns, rows
        What it says: as many cells in a row as there are columns.
    numeric
        Places of columns that hold numbers.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    numeric: frozenset[int] = frozenset()


@dataclass(frozen=True, eq=False)
class Picture:
    """A picture with its words and its data.

    Parameters
    ----------
    name
        The name of the picture, one of its own in the document.
    finding, words
        The sentence above it; and all that it says, for those who do not see it.
    svg, png
        The same picture, to be chosen from.
    table
        What is drawn.
    """

    name: str
    finding: str
    words: str
    svg: bytes
    png: bytes
    table: pd.DataFrame


@dataclass(frozen=True)
class Code:
    """What can be typed in, line by line."""

    text: str


@dataclass(frozen=True, eq=False)
class Attachment:
    """A file that goes with the document, and what it is."""

    name: str
    words: str
    kind: str
    content: bytes


@dataclass(frozen=True)
class Section:
    """A heading and what stands below it."""

    heading: str
    inside: tuple[Block, ...]
    new_page: bool = False


Block = Prose | Listing | Grid | Picture | Code | Attachment | Section


@dataclass(frozen=True)
class Document:
    """A whole document.

    Parameters
    ----------
    title, below
        Its title, and a line on what it rests on.
    sections
        The parts of it.
    caution
        What it does not claim.
    """

    title: str
    below: str
    sections: tuple[Section, ...]
    caution: str


def parts(words: Words) -> tuple[Inline, ...]:
    """Return the parts of a text.

    Examples
    --------
    >>> parts("one"), parts(("one", Strong("two")))
    (('one',), ('one', Strong(text='two')))
    """
    return words if isinstance(words, tuple) else (words,)


def on_the_web(url: str) -> bool:
    """Tell whether an address may become a link.

    Examples
    --------
    >>> on_the_web("https://example.org"), on_the_web("javascript:alert(1)")
    (True, False)
    """
    return url.startswith(("https://", "http://"))
