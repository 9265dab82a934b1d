"""Security guarantees, red lines and the negotiation over them.

>>> import sim
>>> case = sim.load("2025-08-21")
>>> len(sim.check(case).compatible)
8
>>> run = sim.run(case, worlds=100, seed=1)
>>> list(run.summary().endings.columns)
['ending', 'label', 'count', 'share', 'low', 'high']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from sim.errors import InputError, Problem, RunError, ScenarioError, SimError, StrategyError, WorldError
from sim.version import __version__

if TYPE_CHECKING:
    from sim.answers import explore, sensitivity, stability
    from sim.api import Check, Run, check, load, open, run, scenarios, watch  # noqa: A004
    from sim.negotiation.model import Negotiation
    from sim.negotiation.seat import Seat
    from sim.negotiation.strategies.strategy import Demanding, Strategy
    from sim.report.briefs import brief
    from sim.scenario import Scenario
    from sim.what_if import compare, sweep, tip

__all__ = [
    "Check",
    "Demanding",
    "InputError",
    "Negotiation",
    "Problem",
    "Run",
    "RunError",
    "Scenario",
    "ScenarioError",
    "Seat",
    "SimError",
    "Strategy",
    "StrategyError",
    "WorldError",
    "__version__",
    "brief",
    "check",
    "compare",
    "explore",
    "load",
    "open",
    "run",
    "scenarios",
    "sensitivity",
    "stability",
    "sweep",
    "tip",
    "watch",
]

_HOMES = {
    "Demanding": "sim.negotiation.strategies.strategy",
    "Negotiation": "sim.negotiation.model",
    "Scenario": "sim.scenario",
    "Seat": "sim.negotiation.seat",
    "Strategy": "sim.negotiation.strategies.strategy",
    "brief": "sim.report.briefs",
    "compare": "sim.what_if",
    "explore": "sim.answers",
    "sensitivity": "sim.answers",
    "stability": "sim.answers",
    "sweep": "sim.what_if",
    "tip": "sim.what_if",
}


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for, so that `sim --help` need not wait."""
    if name not in __all__:
        raise AttributeError(f"module 'sim' has no attribute {name!r}")
    return getattr(import_module(_HOMES.get(name, "sim.api")), name)
