r"""Words of a document as Markdown: nothing that people wrote is taken for markup."""

from __future__ import annotations

import re
from urllib.parse import quote

from sim.report.blocks import Inline, Link, Mark, Strong, Typed, Words, may_lead, parts


def paragraph(words: Words) -> str:
    r"""Write words that begin a line, where a figure or a dash would begin a list.

    Examples
    --------
    >>> paragraph("1. Who?"), paragraph("- 5 points"), paragraph("-5 points")
    ('1\\. Who?', '\\- 5 points', '-5 points')
    """
    return re.sub(r"^(\d*)([-+.)])(?=[ -]|$)", r"\1\\\2", within(words))


def within(words: Words) -> str:
    r"""Write words that stand within a line: a cell, or a heading.

    Examples
    --------
    >>> within((Strong("Rests on: "), "one article"))
    '**Rests on:** one article'
    >>> within("By `sim check`, *not* otherwise")
    'By `sim check`, \\*not\\* otherwise'
    """
    return "".join(_inline(part) for part in parts(words)).strip()


def escaped(text: str) -> str:
    r"""Keep text from being taken for markup; spaces at its ends stay.

    Examples
    --------
    >>> escaped("a_b | <c>\n &amp; R&D ")
    'a\\_b \\| \\<c\\> \\&amp; R&D '
    """
    return re.sub(r"([\\`*_\[\]<>|#~]|&(?=#?\w+;))", r"\\\1", re.sub(r"\s+", " ", text))


def _inline(part: Inline) -> str:
    match part:
        case Link(text, url):
            return f"[{escaped(text)}](<{_address(url)}>)" if may_lead(url) else escaped(text)
        case Strong(text):
            return _strong(escaped(text))
        case Typed(text):
            return f"`{text}`"
        case Mark(sign, text):
            return f"{sign} {escaped(text)}"
        case _:
            return escaped(part)


def _strong(text: str) -> str:
    """Put stars around words; those beside a space would not count."""
    words = text.strip()
    return text.replace(words, f"**{words}**", 1) if words else text


def _address(url: str) -> str:
    return re.sub(r"[<>|\\\s]", lambda sign: quote(sign[0]), url)
