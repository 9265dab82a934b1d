"""Ids are plain words: they become parts of dotted names and are joined in tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sim.errors import Problem
from sim.language.node import Node
from sim.scenario.protocol_choice import MEDIATOR, NEUTRAL

_ID = re.compile(r"[\w-]+")


def id_problems(root: Node) -> Iterator[Problem]:
    """Find ids with other signs than those of a word; an option may be called anything."""
    for named in _named(root):
        for name, node in named.entries().items():
            if not _ID.fullmatch(name):
                message = f"id {name!r} may hold only letters, digits, dashes and underscores"
                yield named.problem(message, at=node)
    for name, node in root.entries("parties").items():
        if name in {MEDIATOR, NEUTRAL}:
            yield node.problem(
                f"party id {name!r} stands for a mediator who is no party, expected another id"
            )


def _named(root: Node) -> Iterator[Node]:
    """Go through the maps whose keys are ids."""
    parts = (root.get(part) for part in ("statements", "issues", "packages", "parties"))
    lines = (party.get("red_lines") for party in root.entries("parties").values())
    yield from filter(None, (*parts, *lines))
