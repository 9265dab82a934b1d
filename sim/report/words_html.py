"""Words of a document as HTML."""

from __future__ import annotations

from sim.report.blocks import Inline, Link, Mark, Strong, Typed, Words, may_lead, parts
from sim.report.html import Html, joined, tag


def words_html(words: Words) -> Html:
    """Write words, in one part or several.

    Examples
    --------
    >>> words_html((Strong("A < B"), ", by `sim check`."))
    '<strong>A &lt; B</strong>, by <code>sim check</code>.'
    >>> words_html(Link("read on", "javascript:alert(1)"))
    'read on'
    """
    return joined(_inline(part) for part in parts(words))


def _inline(part: Inline) -> str:
    match part:
        case Link(text, url):
            return tag("a", text, href=url) if may_lead(url) else text
        case Strong(text):
            return tag("strong", text)
        case Typed(text):
            return tag("code", text)
        case Mark(sign, text, verdict):
            return tag("span", tag("span", sign, class_="sign"), f" {text}", class_=verdict)
        case _:
            return part
