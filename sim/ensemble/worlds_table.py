"""Outcomes and their diagnosis as a table: one row for each world, one column for each thing known of it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
from jaxtyping import Bool, Int, Shaped

from sim.compatibility import bits
from sim.ensemble.columns import schema
from sim.ensemble.spelling import spell
from sim.negotiation.diagnosis.diagnose import Diagnosis
from sim.negotiation.diagnosis.ids import obstacle_ids, remedy_ids
from sim.negotiation.diagnosis.obstacles import Obstacles
from sim.negotiation.endings import Ending
from sim.negotiation.outcomes import Outcomes
from sim.scenario import Scenario


def worlds_table(scenario: Scenario, outcomes: Outcomes, diagnosis: Diagnosis) -> pa.Table:
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
    columns = [
        outcomes.world,
        _coded(outcomes.ending, [ending.name for ending in Ending]),
        outcomes.package,
        outcomes.round,
        *outcomes.utilities.T,
        _in_the_way(obstacle_ids(scenario), outcomes, diagnosis.obstacles),
        _coded(outcomes.left_by + 1, ["", *scenario.parties]),
        outcomes.closest,
        outcomes.acceptances,
        _would_help(remedy_ids(scenario), diagnosis.would_help),
        diagnosis.to_frontier,
    ]
    kinds = schema(scenario)
    return pa.table(
        [
            column if isinstance(column, pa.Array) else pa.array(column.astype(kind.type.to_pandas_dtype()))
            for column, kind in zip(columns, kinds, strict=True)
        ],
        schema=kinds,
    )


def _coded(codes: np.ndarray, names: Sequence[str]) -> pa.DictionaryArray:
    return pa.DictionaryArray.from_arrays(codes.astype(np.int32), pa.array(names, pa.string()))


def _in_the_way(ids: Sequence[str], outcomes: Outcomes, found: Obstacles) -> pa.DictionaryArray:
    """Spell the sets of each world; worlds with the same sets share one text."""
    sets, which = _distinct(found.words)
    named = [bits.names(word, ids) for word in sets]
    lists, kind = _distinct(_side_by_side(outcomes, found, which))
    texts = [spell([named[place] for place in row[1:] if place >= 0], cut=bool(row[0])) for row in lists]
    return _coded(kind, texts)


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


def _would_help(ids: Sequence[str], helps: Bool[np.ndarray, "worlds remedies"]) -> pa.DictionaryArray:
    """Name what would have helped; worlds that the same would have helped share one text."""
    kinds, kind = _distinct(bits.pack(helps))
    return _coded(kind, [spell([bits.names(word, ids)]) for word in kinds])


def _distinct(
    rows: Shaped[np.ndarray, "rows width"],
) -> tuple[Shaped[np.ndarray, "kinds width"], Int[np.ndarray, "rows"]]:
    """Return the distinct rows in order, and which of them each row is; single numbers sort fastest."""
    if rows.shape[1] == 1:
        kinds, kind = np.unique(rows[:, 0], return_inverse=True)
        return kinds[:, None], kind
    kinds, kind = np.unique(rows, axis=0, return_inverse=True)
    return kinds, kind.reshape(-1)
