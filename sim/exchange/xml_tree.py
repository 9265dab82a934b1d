"""XML becomes a tree of tags with their lines; what can do harm is refused.

The parser is Expat, which Python brings along. Entities, with which XML attacks (text that expands without
bound, files and addresses that are fetched), can be declared in a document type alone. No negotiation domain
needs one, so a document type is refused as such, and no further library is needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from sim.exchange.notes import Page

_DEEPEST = 60


@dataclass(frozen=True)
class Tag:
    """A tag with its attributes, the line it begins on and the tags in it; text between tags is left out."""

    name: str
    attributes: dict[str, str]
    line: int
    inside: list[Tag] = field(default_factory=list)

    def get(self, attribute: str, default: str = "") -> str:
        """Return an attribute."""
        return self.attributes.get(attribute, default)

    def tags(self, *names: str) -> Iterator[Tag]:
        """Go through the tags of these names directly in this one."""
        return (tag for tag in self.inside if tag.name in names)

    def walk(self) -> Iterator[Tag]:
        """Go through this tag and everything in it."""
        yield self
        for tag in self.inside:
            yield from tag.walk()


class _RefusedError(Exception):
    """Stops the parser."""


class _Builder:
    """Builds the tree of one text."""

    def __init__(self, first_line: int) -> None:
        self.root: Tag | None = None
        self._before = first_line - 1
        self._open: list[Tag] = []
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._doctype

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= _DEEPEST:
            raise _RefusedError(f"tags are nested more than {_DEEPEST} deep")
        tag = Tag(name, attributes, self.line)
        if self._open:
            self._open[-1].inside.append(tag)
        else:
            self.root = tag
        self._open.append(tag)

    def _end(self, _: str) -> None:
        self._open.pop()

    @property
    def line(self) -> int:
        """Where the parser is."""
        return self._before + self.parser.CurrentLineNumber

    def _doctype(self, *_: object) -> None:
        raise _RefusedError("a document type, which may declare entities, is refused; expected plain tags")


def read_xml(data: bytes, page: Page) -> Tag | None:
    """Read a text; None, and a problem with its line, if it is no XML or may do harm.

    Examples
    --------
    >>> from pathlib import Path
    >>> from sim.exchange.notes import Report
    >>> report = Report()
    >>> read_xml(b"<a><b>", report.page(Path("x.xml")))
    >>> print(report.problems[0])
    not XML: no element found (x.xml, line 1)
    """
    text = data.lstrip()  # Genius lets an XML declaration follow empty lines
    builder = _Builder(1 + data.count(b"\n", 0, len(data) - len(text)))
    try:
        builder.parser.Parse(text, True)  # noqa: FBT003  (takes no keyword)
    except _RefusedError as refused:
        page.problem(str(refused), builder.line)
    except (expat.ExpatError, ValueError, LookupError) as error:  # an encoding nobody knows among them
        message = expat.ErrorString(error.code) if isinstance(error, expat.ExpatError) else str(error)
        page.problem(f"not XML: {message}", builder.line)
    else:
        return builder.root
    return None
