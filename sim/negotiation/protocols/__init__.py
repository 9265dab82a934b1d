"""The protocols by the names that scenarios use; a new one is a file here and a line in `PROTOCOLS`."""

from __future__ import annotations

from sim.negotiation.protocols.alternating_offers import AlternatingOffers
from sim.negotiation.protocols.protocol import Protocol
from sim.negotiation.protocols.ratification import Ratification
from sim.negotiation.protocols.simultaneous import Simultaneous
from sim.negotiation.protocols.single_text import SingleText

__all__ = ["PROTOCOLS", "Protocol"]

PROTOCOLS: dict[str, type[Protocol]] = {
    "alternating_offers": AlternatingOffers,
    "ratification": Ratification,
    "simultaneous": Simultaneous,
    "single_text": SingleText,
}
