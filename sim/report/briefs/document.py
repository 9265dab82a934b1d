"""A paper as plain values, which become HTML or Markdown: what it says is written once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


class Strong(str):
    """Words that stand out."""

    __slots__ = ()


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere."""

    text: str
    to: str


Words = str | tuple[str | Link, ...]
"""Text, or text with words in it that stand out or lead somewhere."""


@dataclass(frozen=True)
class Heading:
    """A heading, of level 2 or below."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Text:
    """A paragraph; a `note` is set apart."""

    words: Words
    note: bool = False


@dataclass(frozen=True)
class Items:
    """A list; a numbered one is to be gone through in order."""

    items: Sequence[Words]
    numbered: bool = False


@dataclass(frozen=True)
class Group:
    """Rows of a table under a heading of their own, if they have one."""

    rows: Sequence[Sequence[Words]]
    heading: str = ""


@dataclass(frozen=True)
class Grid:
    """A table; the first cell of a row is its header.

    Parameters
    ----------
    caption, columns, groups
        What it shows.
    write
        From which column on there is room to write; None if there is none.
    numbers
        Which columns are numbers.
    """

    caption: str
    columns: Sequence[str]
    groups: Sequence[Group]
    write: int | None = None
    numbers: frozenset[int] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Command:
    """A line to be typed."""

    text: str


@dataclass(frozen=True)
class NewPage:
    """What follows begins on a new sheet of paper."""


Block = Heading | Text | Items | Grid | Command | NewPage


@dataclass(frozen=True)
class Paper:
    """A paper: what it is called, what it is about in a line, its blocks, and what stands at its foot."""

    title: str
    about: str
    blocks: Sequence[Block]
    foot: str


def rows(*cells: Sequence[Words]) -> tuple[Group, ...]:
    """Make a single group of rows."""
    return (Group(cells),)
