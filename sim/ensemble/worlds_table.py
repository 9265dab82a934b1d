"""Outcomes and their diagnosis as a table: one row for each world, one column for each thing known of it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from jaxtyping import Bool, Int

from sim.compatibility import bits
from sim.ensemble.spelling import spell
from sim.negotiation.diagnosis.diagnose import Diagnosis
from sim.negotiation.diagnosis.ids import obstacle_ids, remedy_ids
from sim.negotiation.diagnosis.obstacles import Obstacles
from sim.negotiation.endings import Ending
from sim.negotiation.outcomes import Outcomes
from sim.scenario import Scenario


def worlds_table(scenario: Scenario, outcomes: Outcomes, diagnosis: Diagnosis) -> pd.DataFrame:
    """Tabulate outcomes and why they came about.

    ============== ==================================================================================
    column         holds
    ============== ==================================================================================
    world          its number
    ending         the name of the `Ending`
    package        index of what was agreed, -1 for nothing
    round          of the end, counted from 1
    utility_PARTY  of the package agreed, or else the reservation value in the last round
    in_the_way     without a ZOPA: minimal sets of red lines and reservation values (`PARTY.no_deal`)
                   that would have had to give way, smallest first, as `sim.ensemble.spelling` has it
    left_by        the party that walked out
    closest        index of the offer that came closest to agreement, -1 for none
    acceptances    how many of those whose consent that offer needs had accepted it
    would_help     past the deadline: what would have brought agreement, `more_rounds` or `softer.PARTY`
    to_frontier    agreed: distance to the Pareto frontier, in utility; NaN otherwise
    ============== ==================================================================================

    Texts are empty where there is nothing to tell.
    """
    table = pd.DataFrame({
        "world": outcomes.world.astype(np.int64),
        "ending": _coded(outcomes.ending, [ending.name for ending in Ending]),
        "package": outcomes.package.astype(np.int32),
        "round": outcomes.round.astype(np.int32),
    })  # fmt: skip
    for place, party in enumerate(scenario.parties):
        table[f"utility_{party}"] = outcomes.utilities[:, place]
    table["in_the_way"] = _in_the_way(obstacle_ids(scenario), outcomes, diagnosis.obstacles)
    table["left_by"] = _coded(outcomes.left_by + 1, ["", *scenario.parties])
    table["closest"] = outcomes.closest.astype(np.int32)
    table["acceptances"] = outcomes.acceptances.astype(np.int16)
    table["would_help"] = _would_help(remedy_ids(scenario), diagnosis.would_help)
    table["to_frontier"] = diagnosis.to_frontier.astype(np.float32)
    return table


def _coded(codes: np.ndarray, names: Sequence[str]) -> pd.Categorical[str]:
    return pd.Categorical.from_codes(codes, categories=pd.Index(names))


def _in_the_way(ids: Sequence[str], outcomes: Outcomes, found: Obstacles) -> pd.Categorical[str]:
    """Spell the sets of each world; worlds with the same sets share one text."""
    sets, which = np.unique(found.words, axis=0, return_inverse=True)
    named = [bits.names(word, ids) for word in sets]
    lists, kind = np.unique(_side_by_side(outcomes, found, which.reshape(-1)), axis=0, return_inverse=True)
    texts = [spell([named[place] for place in row[1:] if place >= 0], cut=bool(row[0])) for row in lists]
    return _coded(kind.reshape(-1), texts)


def _side_by_side(
    outcomes: Outcomes, found: Obstacles, which: Int[np.ndarray, "sets"]
) -> Int[np.ndarray, "worlds width"]:
    """Lay each world's sets side by side: whether the list is cut, then which sets, then -1 for none."""
    row = np.searchsorted(outcomes.world, found.world)
    count = np.bincount(row, minlength=len(outcomes))
    rank = np.arange(len(row)) - np.repeat(np.cumsum(count) - count, count)
    laid = np.full((len(outcomes), 1 + count.max(initial=0)), -1)
    laid[:, 0] = np.isin(outcomes.world, found.cut)
    laid[row, 1 + rank] = which
    return laid


def _would_help(ids: Sequence[str], helps: Bool[np.ndarray, "worlds remedies"]) -> pd.Categorical[str]:
    """Name what would have helped; worlds that the same would have helped share one text."""
    kinds, kind = np.unique(helps, axis=0, return_inverse=True)
    texts = [spell([[i for i, helped in zip(ids, row, strict=True) if helped]]) for row in kinds]
    return _coded(kind.reshape(-1), texts)
