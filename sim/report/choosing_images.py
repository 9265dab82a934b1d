"""Which form of each picture goes into a page: SVG, whose text is text, as long as the page stays small."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence

from sim.report.blocks import Block, Document, Picture, Section

ROOM = 2_000_000
"""How many bytes the pictures of a page may take."""


def images(document: Document, room: int = ROOM) -> dict[Picture, str]:
    """Return each picture of a document as an address that holds it.

    Where all SVGs together are too large, those go first whose PNG saves most.

    Examples
    --------
    >>> import pandas as pd
    >>> picture = Picture("a", "A.", "A.", b"<svg/>", b"p", pd.DataFrame())
    >>> document = Document("T", "", (Section("S", (picture,)),), "")
    >>> list(images(document).values()), list(images(document, room=1).values())
    (['data:image/svg+xml;base64,PHN2Zy8+'], ['data:image/png;base64,cA=='])
    """
    found = list(of_kind(Picture, document.inside))
    as_png = _too_large(found, room)
    return {
        picture: data_address("image/png", picture.png)
        if place in as_png
        else data_address("image/svg+xml", picture.svg)
        for place, picture in enumerate(found)
    }


def of_kind[Kind: Block](kind: type[Kind], blocks: Sequence[Block]) -> Iterator[Kind]:
    """Return the blocks of one kind among blocks and below them, in order."""
    for block in blocks:
        if isinstance(block, kind):
            yield block
        elif isinstance(block, Section):
            yield from of_kind(kind, block.inside)


def _too_large(found: Sequence[Picture], room: int) -> set[int]:
    """Return the places of the pictures that have to be PNGs."""
    left = sum(_inlined(len(picture.svg)) for picture in found) - room
    chosen: set[int] = set()
    saved = [_inlined(len(picture.svg)) - _inlined(len(picture.png)) for picture in found]
    for place in sorted(range(len(found)), key=lambda place: -saved[place]):
        if left <= 0 or saved[place] <= 0:
            break
        chosen.add(place)
        left -= saved[place]
    return chosen


def _inlined(size: int) -> int:
    return 4 * ((size + 2) // 3)


def data_address(kind: str, content: bytes) -> str:
    """Return an address that holds a file.

    Examples
    --------
    >>> data_address("text/plain", b"a")
    'data:text/plain;base64,YQ=='
    """
    return f"data:{kind};base64,{b64encode(content).decode('ascii')}"
