"""The strategies by the names that scenarios use; a new one is a file here and a line in `STRATEGIES`.

Those that are not ours come through `sim.negotiation.strategies.outside`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from sim.errors import Problem, StrategyError
from sim.negotiation.seat import Seat
from sim.negotiation.strategies.aspiration import Aspiration, AspirationSettings, ToleranceSettings
from sim.negotiation.strategies.choosing import Considerate, WorstGoodEnough
from sim.negotiation.strategies.frequency_model import FrequencyModel, FrequencyModelSettings
from sim.negotiation.strategies.hardliner import Hardliner, HardlinerSettings
from sim.negotiation.strategies.micro import Micro, MicroSettings
from sim.negotiation.strategies.outside import Permitted
from sim.negotiation.strategies.strategy import Strategy
from sim.negotiation.strategies.tit_for_tat import TitForTat, TitForTatSettings
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
    "frequency_model": Entry(FrequencyModel, FrequencyModelSettings),
    "hardliner": Entry(Hardliner, HardlinerSettings),
    "micro": Entry(Micro, MicroSettings),
    "tit_for_tat": Entry(TitForTat, TitForTatSettings),
}


def seated(choice: StrategyChoice, seat: Seat) -> Strategy:
    """Make the strategy that a scenario names, at its seat.

    Raises
    ------
    StrategyError
        If it is an outside strategy that is not permitted, or fails to start.
    """
    if isinstance(choice, Permitted):
        seat.detach()
    choosing = Considerate(seat) if choice.considerate else WorstGoodEnough(seat)
    if isinstance(choice, Permitted):
        return choice.found.seated(seat, choosing)
    if choice.python is not None:
        code = f"strategy {choice.python} is Python code; sim.run and sim.watch run it with allow_code=True"
        raise StrategyError([Problem(code)])
    entry = STRATEGIES[choice.name]
    settings = entry.settings.model_validate(choice.settings)
    return entry.make(seat, choosing, **settings.model_dump())
