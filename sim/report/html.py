"""HTML in which all text is escaped: only what is made here is taken as markup."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

VOID = frozenset({"img", "meta"})


class Html(str):
    """Markup; any other text is escaped where it is put into an element."""

    __slots__ = ()


def tag(name: str, /, *inside: str, **attributes: object) -> Html:
    """Make an element.

    Parameters
    ----------
    name
        Its name.
    inside
        What it holds: markup, or text that is escaped.
    attributes
        Their underscores are read as dashes; one at the end keeps a name from being Python's.

    Examples
    --------
    >>> tag("td", "a < b", " and ", tag("strong", "c"), class_="wide")
    '<td class="wide">a &lt; b and <strong>c</strong></td>'
    """
    named = "".join(f' {_dashed(key)}="{escape(str(value))}"' for key, value in attributes.items())
    closing = "" if name in VOID else f"</{name}>"
    return Html(f"<{name}{named}>{joined(inside)}{closing}")


def joined(parts: Iterable[str]) -> Html:
    """Put markup and text one after the other."""
    return Html("".join(part if isinstance(part, Html) else escape(part) for part in parts))


def _dashed(key: str) -> str:
    return key.removesuffix("_").replace("_", "-")
