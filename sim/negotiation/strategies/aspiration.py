"""Time-dependent concession [Faratin1998]_."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from sim.negotiation.seat import Seat
from sim.negotiation.strategies.choosing import Choosing
from sim.negotiation.strategies.time_dependent import TimeDependent
from sim.scenario.noun import Noun


class ToleranceSettings(Noun):
    """How closely an aspiration is held to."""

    tolerance: Annotated[float, Field(ge=0, allow_inf_nan=False)] = 0.001
    """How far below its aspiration, in utility, a package may lie."""


class AspirationSettings(ToleranceSettings):
    """How an aspiration falls with time."""

    exponent: Annotated[float, Field(gt=0, allow_inf_nan=False)] = 1.0
    """Above 1 the party concedes late (boulware), below 1 early (conceder)."""


class Aspiration(TimeDependent):
    """Asks for its best at first and concedes with time down to its reservation value: a(t) = 1 - t^e.

    Parameters
    ----------
    seat, choosing
        What the party sees; which of the packages that meet the demand it offers.
    exponent, tolerance
        e > 0, and an absolute utility.
    """

    def __init__(self, seat: Seat, choosing: Choosing, exponent: float, tolerance: float) -> None:
        super().__init__(seat, choosing, tolerance)
        self.exponent = exponent

    def shares(self, times: Sequence[float]) -> list[float]:
        """Return 1 - t^e, number by number: an array's powers may differ in the last bit."""
        return [1 - time**self.exponent for time in times]
