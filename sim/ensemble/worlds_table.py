"""Outcomes as a table: one row for each world, one column for each thing known of it."""

from __future__ import annotations

import numpy as np
import pandas as pd

from sim.negotiation.endings import Ending
from sim.negotiation.outcomes import Outcomes
from sim.scenario import Scenario

SEPARATOR = "; "  # ids may hold spaces


def no_deal_id(party: str) -> str:
    """Name a party's reservation value among the things that may stand in the way."""
    return f"{party}.no_deal"


def worlds_table(scenario: Scenario, outcomes: Outcomes) -> pd.DataFrame:
    """Tabulate outcomes.

    Columns: `world`; `ending`; `package` (index, -1 for none); `round` (counted from 1);
    `utility_PARTY`; `in_the_way` (ids separated by semicolons: red lines, and `PARTY.no_deal`
    for reservation values; empty where some package was acceptable to all).
    """
    table = pd.DataFrame({
        "world": outcomes.world.astype(np.int64),
        "ending": _endings(outcomes.ending),
        "package": outcomes.package.astype(np.int32),
        "round": outcomes.round.astype(np.int32),
    })  # fmt: skip
    for place, party in enumerate(scenario.parties):
        table[f"utility_{party}"] = outcomes.utilities[:, place]
    table["in_the_way"] = _in_the_way(scenario, outcomes)
    return table


def _endings(numbers: np.ndarray) -> pd.Categorical[str]:
    return pd.Categorical.from_codes(numbers, categories=pd.Index([ending.name for ending in Ending]))


def _in_the_way(scenario: Scenario, outcomes: Outcomes) -> pd.Categorical[str]:
    """Name what stands in the way; worlds with the same obstacles share one name."""
    ids = np.array([*scenario.red_lines, *map(no_deal_id, scenario.parties)])
    members = np.hstack([outcomes.lines_in_the_way, outcomes.reservation_values_in_the_way])
    kinds, kind = np.unique(members, axis=0, return_inverse=True)
    names = pd.Index([SEPARATOR.join(ids[row]) for row in kinds])
    return pd.Categorical.from_codes(kind.reshape(-1), categories=names)
