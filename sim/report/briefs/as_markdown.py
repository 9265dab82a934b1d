"""A paper as Markdown, for those who want to change it before they hand it out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import singledispatch

from sim.report.briefs.document import (
    Block,
    Command,
    Grid,
    Heading,
    Items,
    Link,
    NewPage,
    Paper,
    Strong,
    Text,
    Words,
)


def as_markdown(paper: Paper) -> str:
    r"""Return a paper as Markdown, with tables as GitHub and Pandoc read them.

    Examples
    --------
    >>> paper = Paper("A *b*", "For all.", [Text(("See ", Strong("this"), "."))], "Foot.")
    >>> print(as_markdown(paper), end="")
    # A \*b\*
    <BLANKLINE>
    For all.
    <BLANKLINE>
    See **this**.
    <BLANKLINE>
    ---
    <BLANKLINE>
    Foot.
    """
    blocks = [f"# {_set(paper.title)}", _set(paper.about), *map(_block, paper.blocks), "---"]
    return "\n\n".join([*blocks, _set(paper.foot)]) + "\n"


@singledispatch
def _block(block: Block) -> str:
    raise TypeError(f"no block of a paper: {block!r}")


@_block.register
def _(block: Heading) -> str:
    return f"{'#' * block.level} {_set(block.text)}"


@_block.register
def _(block: Text) -> str:
    return f"{'> ' if block.note else ''}{_set(block.words)}"


@_block.register
def _(block: Items) -> str:
    return "\n".join(
        f"{f'{number}.' if block.numbered else '-'} {_set(item)}"
        for number, item in enumerate(block.items, 1)
    )


@_block.register
def _(block: Command) -> str:
    return f"    {block.text}"


@_block.register
def _(block: NewPage) -> str:  # noqa: ARG001  (chosen by its type)
    return "---"


@_block.register
def _(block: Grid) -> str:
    return f"{_set(block.caption)}\n\n" + "\n".join(map(_row, _rows(block)))


def _rows(block: Grid) -> Iterator[Sequence[str]]:
    yield [_set(column) for column in block.columns]
    yield ["--:" if place in block.numbers else "---" for place in range(len(block.columns))]
    for group in block.groups:
        if group.heading:
            yield [f"**{_set(group.heading)}**", *[""] * (len(block.columns) - 1)]
        yield from ([_set(cell) for cell in row] for row in group.rows)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _set(words: Words) -> str:
    parts = (words,) if isinstance(words, str) else words
    return "".join(map(_span, parts))


def _span(part: str | Link) -> str:
    if isinstance(part, Link):
        return f"[{_plain(part.text)}](<{re.sub(r'[<>\s]', '', part.to)}>)"
    return f"**{_plain(part)}**" if isinstance(part, Strong) and part else _plain(part)


def _plain(text: str) -> str:
    """Escape what Markdown would take for markup."""
    return re.sub(r"([\\`*_\[\]<>|#~])", r"\\\1", " ".join(text.split()) if "\n" in text else text)
