"""Reads a page of HTML into elements; every element must be closed where it was opened."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "img"}


@dataclass
class Element:
    name: str
    attributes: dict
    inside: list = field(default_factory=list)

    @property
    def text(self):
        return "".join(part if isinstance(part, str) else part.text for part in self.inside)

    def all(self, *names):
        """Find elements of these names at any depth, in order; all elements if no name is given."""
        parts = [part for part in self.inside if isinstance(part, Element)]
        return [
            found
            for part in parts
            for found in ([part] if part.name in names or not names else []) + part.all(*names)
        ]

    def one(self, name):
        (found,) = self.all(name)
        return found


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open = [Element("page", {})]

    def handle_starttag(self, tag, attrs):
        element = Element(tag, dict(attrs))
        assert len(attrs) == len(element.attributes)
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        assert self.open.pop().name == tag

    def handle_data(self, data):
        self.open[-1].inside.append(data)


def read(page):
    """Read a page."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    (whole,) = reader.open
    return whole
