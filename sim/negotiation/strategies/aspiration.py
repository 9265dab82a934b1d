"""Time-dependent concession [Faratin1998]_."""

from __future__ import annotations

from typing import Annotated

import numpy as np
from jaxtyping import Bool, Float
from pydantic import Field

from sim.negotiation.seat import Seat
from sim.negotiation.strategies.choosing import Choosing
from sim.negotiation.strategies.strategy import Strategy
from sim.negotiation.table import Rows
from sim.scenario.noun import Noun


class ToleranceSettings(Noun):
    """`tolerance`: how far below its aspiration, in utility, a package may lie."""

    tolerance: Annotated[float, Field(ge=0, allow_inf_nan=False)] = 0.001


class AspirationSettings(ToleranceSettings):
    """`exponent`: above 1 the party concedes late (boulware), below 1 early (conceder)."""

    exponent: Annotated[float, Field(gt=0, allow_inf_nan=False)] = 1.0


class Aspiration(Strategy):
    """Asks for its best at first and concedes with time down to its reservation value.

    The demand at relative time t is lo(t) = clamp((m1 - m0) (1 - t^e) + m0 - tolerance, m0, m1), where
    m1 is the highest utility over packages that cross no line the party holds, and m0 the lowest such
    utility or the reservation value, whichever is more. An offer is accepted if it meets the demand.

    Parameters
    ----------
    seat
        What the party sees.
    choosing
        Which of the packages that meet the demand it offers.
    exponent, tolerance
        e > 0, and an absolute utility.
    """

    def __init__(self, seat: Seat, choosing: type[Choosing], exponent: float, tolerance: float) -> None:
        super().__init__(seat)
        self.choosing = choosing(seat)
        self.exponent = exponent
        self.tolerance = tolerance

    def accepts(self, rows: Rows, offers: Rows) -> Bool[np.ndarray, "rows"]:
        """Accept what meets the demand."""
        meets: np.ndarray = self.seat.utilities[rows, offers] >= self.demands(rows)
        return meets

    def offers(self, rows: Rows) -> Rows:
        """Offer one of the packages that meet the demand."""
        return self.choosing(rows, self.demands(rows))

    def demands(self, rows: Rows) -> Float[np.ndarray, "rows"]:
        """Return the utility asked for in this round."""
        seat = self.seat
        aspiration = 1 - seat.time**self.exponent
        most = seat.highest[rows]
        least = np.maximum(seat.lowest[rows], seat.reservation_values[rows])
        signable = most >= least
        spread = np.where(signable, most - least, 0.0)
        wanted = spread * aspiration + np.where(signable, least, 0.0) - self.tolerance
        return np.where(signable, np.clip(wanted, least, most), np.inf)

    def why_not(self, world: int, offer: int) -> str:
        """Compare what the offer is worth with what is asked for."""
        asked = self.demands(np.array([world]))[0]
        return f"it is worth {self.seat.utilities[world, offer]:.3f} to it, and it still asks for {asked:.3f}"
