"""What every strategy answers: does it accept this offer, and what does it offer instead."""

from __future__ import annotations

from abc import ABC, abstractmethod

import numpy as np
from jaxtyping import Bool

from sim.negotiation.seat import Seat
from sim.negotiation.table import Rows


class Strategy(ABC):
    """How one party plays the table, in many worlds at once.

    A strategy sees its seat and nothing else. It may forget about red lines and reservation values:
    the agent that plays it never offers or signs a package it cannot accept.
    """

    def __init__(self, seat: Seat) -> None:
        self.seat = seat

    @abstractmethod
    def accepts(self, rows: Rows, offers: Rows) -> Bool[np.ndarray, "rows"]:
        """Say in which of the worlds `rows` the offer faced is good enough in this round."""

    @abstractmethod
    def offers(self, rows: Rows) -> Rows:
        """Return the package to put on the table in each of the worlds `rows`."""

    def why_not(self, world: int, offer: int) -> str:  # noqa: ARG002  (strategies with a reason use both)
        """Say in words why an acceptable offer is refused."""
        return "it asks for more"
