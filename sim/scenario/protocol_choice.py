"""The rules of the table: the name of a protocol, its length, who speaks when, and its settings."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from sim.scenario.noun import Noun

MEDIATOR, NEUTRAL = "mediator", "neutral"
"""What a mediator is called who is no party: in stories, and as a setting."""


class ProtocolChoice(Noun):
    """A protocol by name; keys beyond those here are the protocol's own settings.

    Examples
    --------
    >>> ProtocolChoice(rounds=3).protocol
    'alternating_offers'
    """

    model_config = ConfigDict(extra="allow")

    protocol: str = "alternating_offers"
    """The protocol's name."""
    rounds: Annotated[int, Field(ge=1, strict=True)] = 40
    """How many rounds there are at most."""
    order: tuple[str, ...] | Literal["drawn"] | None = None
    """In which order parties speak: those at the table, listed, or `drawn` anew in every world.

    Without it, as they stand in the file.
    """

    @property
    def settings(self) -> dict[str, object]:
        """The protocol's own settings, as written."""
        return dict(self.model_extra or {})
