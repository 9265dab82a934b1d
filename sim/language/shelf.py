"""The scenarios that come with the program, each with what its head says, grouped by folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sim.language.finding import bundled
from sim.language.head import Head, read_head

GROUPS = {
    "": "As positions stood on a day",
    "what-if": "What if, on 21 August 2025",
    "published": "Published cases",
}
"""What people call the folders of scenarios, in the order in which they are shown; others follow by name."""


@dataclass(frozen=True)
class Shelved:
    """A scenario that comes with the program, before it is loaded.

    Parameters
    ----------
    name
        How people refer to it.
    path
        Its file.
    head
        What the comment at its head says.
    """

    name: str
    path: Path
    head: Head

    @property
    def folder(self) -> str:
        """The folder it is in; empty for those in none."""
        return self.name.rpartition("/")[0]

    @property
    def group(self) -> str:
        """What people call that folder."""
        return GROUPS.get(self.folder, self.folder)


def shelf() -> tuple[Shelved, ...]:
    """List the scenarios that come with the program, group by group, in order of name.

    Examples
    --------
    >>> first = shelf()[0]
    >>> first.name, first.group, first.head.asks.endswith("?")
    ('2022-03-29', 'As positions stood on a day', True)
    """
    found = [
        Shelved(name, path, read_head(path.read_text(encoding="utf-8"))) for name, path in bundled().items()
    ]
    order = [*GROUPS, *sorted({one.folder for one in found} - GROUPS.keys())]
    return tuple(sorted(found, key=lambda one: order.index(one.folder)))
