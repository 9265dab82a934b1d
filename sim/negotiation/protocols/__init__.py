"""The protocols by the names that scenarios use; a new one is a file here and a line in `PROTOCOLS`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sim.negotiation.protocols import alternating_offers
from sim.scenario.noun import Noun

if TYPE_CHECKING:
    from sim.negotiation.model import Negotiation

__all__ = ["PROTOCOLS", "Entry"]


@dataclass(frozen=True)
class Entry:
    """A protocol that scenarios can name: how a round is played, and which settings it has."""

    play_round: Callable[[Negotiation], None]
    settings: type[Noun]


PROTOCOLS = {
    "alternating_offers": Entry(alternating_offers.play_round, alternating_offers.AlternatingOffersSettings),
}
