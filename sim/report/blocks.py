"""What a report or a paper is made of; how it is written, as HTML or as Markdown, is decided elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import pandas as pd

Verdict = Literal["yes", "no", "aside"]
"""Whether a package passes, is stopped, or is only objected to: shown beside the mark, never in its stead."""

Kind = Literal["plain", "quiet", "note"]
"""How much something stands out: `quiet` is only to be looked up, a `note` is set apart."""


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere: to an address on the web, or to a file beside the document."""

    text: str
    url: str


@dataclass(frozen=True)
class Strong:
    """Words that stand out."""

    text: str


@dataclass(frozen=True)
class Typed:
    """Words that can be typed in, or stand in a file, sign by sign; in a text they stand in backticks."""

    text: str


@dataclass(frozen=True)
class Mark:
    """A verdict in a table, in a sign and words."""

    sign: str
    text: str
    verdict: Verdict


Inline = str | Link | Strong | Typed | Mark
Words = Inline | tuple[Inline, ...]
"""Text for people, in one part or several."""


@dataclass(frozen=True)
class Prose:
    """A paragraph."""

    words: Words
    kind: Kind = "plain"


@dataclass(frozen=True)
class Listing:
    """A list; a numbered one is to be gone through in order."""

    items: tuple[Words, ...]
    numbered: bool = False
    kind: Kind = "plain"


Row = tuple[Words, ...]


@dataclass(frozen=True)
class Group:
    """Rows of a table under a heading of their own."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Grid:
    """A table; the first cell of a row is its header.

    Parameters
    ----------
    caption, columns, rows
        What it says: as many cells in a row as there are columns.
    numeric
        Places of columns that hold numbers.
    groups
        Further rows, below the others.
    write
        From which column on there is room to write; None if there is none.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...] = ()
    numeric: frozenset[int] = frozenset()
    groups: tuple[Group, ...] = ()
    write: int | None = None


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
    """A heading and what stands below it; on paper it may begin a page."""

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
    inside
        What is in it.
    caution
        What it does not claim.
    contents
        Whether a list of its sections stands at its head.
    """

    title: str
    below: str
    inside: tuple[Block, ...]
    caution: str
    contents: bool = False


_TYPED = re.compile(r"(?<!\w)`(\S|\S[^`]*\S)`(?!\w)")


def parts(words: Words) -> Iterator[Inline]:
    """Return the parts of a text; what stands in backticks is one of its own.

    Examples
    --------
    >>> [*parts(("one", Strong("two"))), *parts("Type `three`.")]
    ['one', Strong(text='two'), 'Type ', Typed(text='three'), '.']
    """
    for part in words if isinstance(words, tuple) else (words,):
        if isinstance(part, str):
            for place, piece in enumerate(_TYPED.split(part)):
                if piece:
                    yield Typed(piece) if place % 2 else piece
        else:
            yield part


def may_lead(url: str) -> bool:
    """Tell whether an address may become a link: one on the web, or the name of a file beside the document.

    Examples
    --------
    >>> may_lead("https://example.org"), may_lead("role-russia.html")
    (True, True)
    >>> may_lead("javascript:alert(1)"), may_lead("//example.org"), may_lead("../secret")
    (False, False, False)
    """
    return url.startswith(("https://", "http://")) or re.fullmatch(r"\w[\w.-]*", url) is not None
