"""The frame of every page that is handed out: it needs no network, runs nothing, and says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sim.report.html import Html, tag

STYLE = Path(__file__).with_name("page.css")
NOTHING_FROM_ELSEWHERE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def page(title: str, *body: Html, style: str = "") -> str:
    """Return a whole page; `style` is added to what all pages share.

    Examples
    --------
    >>> page("A page", tag("main", tag("h1", "A page")))[:15]
    '<!DOCTYPE html>'
    """
    head = tag("head", *_head(title, style))
    return f"<!DOCTYPE html>\n{tag('html', head, tag('body', *body), lang='en')}\n"


def scrolling(inside: Html, label: str, more: str = "") -> Html:
    """Let something wide scroll by itself, by keyboard too; `more` are further classes."""
    return tag("div", inside, class_=f"scroll {more}".strip(), role="group", aria_label=label, tabindex="0")


def _head(title: str, style: str) -> Iterator[Html]:
    yield tag("meta", charset="utf-8")
    yield tag("meta", http_equiv="Content-Security-Policy", content=NOTHING_FROM_ELSEWHERE)
    yield tag("meta", name="viewport", content="width=device-width, initial-scale=1")
    yield tag("title", title)
    yield tag("style", Html(STYLE.read_text("utf-8") + style))
