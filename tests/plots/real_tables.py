"""The table behind every picture, from a real scenario played in a few worlds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import pandas as pd

import sim
from sim.analysis.comparing.comparison import comparison_table
from sim.analysis.exploring.pictures import pictures
from sim.analysis.negotiation_path import negotiation_path
from sim.analysis.sensitivity.pictured import pictured
from sim.analysis.summing_up.tables import tables
from sim.analysis.tipping.tipping import TippingPoint
from sim.analysis.tipping.tipping_table import tipping_table
from sim.errors import InputError
from sim.scenario import Scenario

SCENARIOS = (
    "2025-08-21",
    "2025-11-20",
    "what-if/one-text",
    "what-if/russia-shut-out",
    "published/elmira",
    "published/prisoners-dilemma",
)
"""Of two parties and of six, with red lines and without, in which worlds differ and in which they do not."""

SEED = 1
_SWEEP = {"sweep": {"negotiation.rounds": [2, 8, 20]}}

Tables = dict[str, pd.DataFrame]


@cache
def real_tables(name: str, worlds: int = 60) -> Tables:
    """Return picture name -> table; what a scenario does not allow to ask is not there."""
    case = sim.load(name)
    run = sim.run(case, worlds=worlds, seed=SEED)
    steps: list[Callable[[], Tables]] = [
        lambda: tables(run, sim.__version__),
        lambda: pictures(sim.explore(run)),
        lambda: pictured(sim.sensitivity(case, samples=1 << (worlds // 2).bit_length(), seed=SEED), case),
        lambda: pictured(sim.sensitivity(case, method="morris", samples=worlds // 20, seed=SEED), case),
        lambda: {"negotiation_path": negotiation_path(sim.watch(case, SEED))},
        lambda: {"comparison": comparison_table([sim.compare(run, _shorter(name))])},
        lambda: {"sweep_curve": sim.sweep(name, _SWEEP, **_few(worlds))},
        lambda: {"tipping_curve": tipping_table(_tip(name, case, worlds))},
    ]
    found: Tables = {}
    for step in steps:
        for more in _allowed(step):
            found |= more
    return found


def _allowed(step: Callable[[], Tables]) -> Iterator[Tables]:
    try:
        yield step()
    except InputError:
        return


def _shorter(name: str) -> Scenario:
    return sim.load(name, {"negotiation.rounds": 4, "scenario": "Talks that end after four rounds"})


def _tip(name: str, case: Scenario, worlds: int) -> TippingPoint:
    party = case.at_the_table[-1]
    return sim.tip(
        name,
        f"parties.{party}.no_deal.value",
        "agreed >= 0.5",
        (0, 1),
        tolerance=0.1,
        **_few(worlds),
    )


def _few(worlds: int) -> dict[str, int]:
    return {"worlds": max(worlds // 3, 2), "seed": SEED}
