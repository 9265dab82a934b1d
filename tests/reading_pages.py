"""Pages read into elements, strictly: everything that is opened is closed in its place."""

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
        parts = [part for part in self.inside if isinstance(part, Element)]
        return [
            found for part in parts for found in ([part] if part.name in names else []) + part.all(*names)
        ]


class Reader(HTMLParser):
    """Reads a page into elements; every element must be closed where it was opened."""

    def __init__(self, page):
        super().__init__()
        self.open = [Element("page", {})]
        self.feed(page)
        self.close()
        (self.page,) = self.open

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
    """Return the elements of a page."""
    return Reader(page).page
