"""The strategies by the names that scenarios use; a new one is a file here and a line in `STRATEGIES`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from sim.negotiation.seat import Seat
from sim.negotiation.strategies.aspiration import Aspiration, AspirationSettings, ToleranceSettings
from sim.negotiation.strategies.choosing import Considerate, WorstGoodEnough
from sim.negotiation.strategies.micro import Micro, MicroSettings
from sim.negotiation.strategies.strategy import Strategy
from sim.scenario import StrategyChoice
from sim.scenario.noun import Noun

__all__ = ["STRATEGIES", "Entry", "Strategy", "seated"]


@dataclass(frozen=True)
class Entry:
    """A strategy that scenarios can name.

    `make` takes a seat, a way of choosing among good-enough packages, and the settings by name;
    `settings` says which those are.
    """

    make: Callable[..., Strategy]
    settings: type[Noun]


STRATEGIES = {
    "aspiration": Entry(Aspiration, AspirationSettings),
    "boulware": Entry(partial(Aspiration, exponent=4.0), ToleranceSettings),
    "linear": Entry(partial(Aspiration, exponent=1.0), ToleranceSettings),
    "conceder": Entry(partial(Aspiration, exponent=0.25), ToleranceSettings),
    "micro": Entry(Micro, MicroSettings),
}


def seated(choice: StrategyChoice, seat: Seat) -> Strategy:
    """Make the strategy that a scenario names, at its seat."""
    entry = STRATEGIES[choice.name]
    settings = entry.settings.model_validate(choice.settings)
    choosing = Considerate if choice.considerate else WorstGoodEnough
    return entry.make(seat, choosing, **settings.model_dump())
