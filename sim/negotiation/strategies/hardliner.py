"""The hardliner: it asks for its best to the end, and waits for the others to concede."""

from __future__ import annotations

from collections.abc import Sequence

from sim.negotiation.strategies.time_dependent import TimeDependent
from sim.scenario.noun import Noun


class HardlinerSettings(Noun):
    """There are none: a hardliner has nothing to tune."""


class Hardliner(TimeDependent):
    """Offers, and accepts, only packages worth as much to it as its best: a(t) = 1."""

    def shares(self, times: Sequence[float]) -> list[float]:
        """Return 1 for every time."""
        return [1.0 for _ in times]
