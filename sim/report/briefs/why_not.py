"""Why no package can be signed in a classroom's world, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from sim.analysis.briefing import Briefing
from sim.negotiation.diagnosis.words import sets_in_words


def conflict_words(found: Briefing) -> Iterator[str]:
    """Say what no package satisfies together."""
    way = found.room.in_the_way
    if way.together:
        told = sets_in_words(found.case, way.together, "nor", whole=way.all_together)
        yield f"No package satisfies {told}."


def why_not(found: Briefing) -> Iterator[str]:
    """Say what no package satisfies together, and what it would have been enough to give up."""
    yield from conflict_words(found)
    way = found.room.in_the_way
    if way.enough:
        told = sets_in_words(found.case, way.enough, "or", whole=way.all_enough)
        yield f"It would have been enough to give up {told}."
