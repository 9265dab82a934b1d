"""Who and what stood in the way in the worlds where no package was acceptable to all."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd

from sim.analysis.intervals import with_shares
from sim.analysis.provenance import stamped
from sim.analysis.summing_up.reasons import Reasons, reasons
from sim.ensemble.run import Run
from sim.negotiation.diagnosis.ids import no_deal_id
from sim.scenario import Scenario

RED_LINE, RESERVATION_VALUE = "red line", "reservation value"


def in_the_way(run: Run) -> pd.DataFrame:
    """Share of the worlds without an acceptable package in which this belongs to what would have to give.

    It does if it belongs to a minimal set of held red lines and reservation values whose giving way makes
    some package acceptable to all. Only what occurs is listed, most frequent first.
    Columns: `id`, `party`, `party_name`, `kind`, `label`, `count`, `share`, `low`, `high`; and as shares of
    the same worlds `alone` (giving it up would be enough) and `always` (it belongs to every minimal set
    that is known). `attrs["no_zopa_worlds"]` is the number of worlds that the shares are of, and
    `attrs["cut_worlds"]` in how many of these not all sets are known.
    """
    found, table = reasons(run), obstacles(run.case)
    return _of_those_occurring(table, [[one] for one in table["id"]], found, run)


def in_the_way_parties(run: Run) -> pd.DataFrame:
    """Tell the same party by party, its red lines and its reservation value taken together.

    Columns: `party`, `party_name`, `count`, `share`, `low`, `high` (something of this party belongs to a
    minimal set), `alone` (giving up things of this party would be enough), `always` (every minimal set that
    is known holds something of this party).
    """
    found, everything = reasons(run), obstacles(run.case)
    owned = [list(everything.loc[everything["party"] == party, "id"]) for party in run.case.parties]
    names = [party.name for party in run.case.parties.values()]
    table = pd.DataFrame({"party": list(run.case.parties), "party_name": names})
    return _of_those_occurring(table, owned, found, run)


def obstacles(case: Scenario) -> pd.DataFrame:
    """List everything that may stand in the way: `id`, `party`, `party_name`, `kind`, `label`."""
    lines = [(line, party, RED_LINE, case.line_words(line)) for line, (party, _) in case.red_lines.items()]
    values = [(no_deal_id(p), p, RESERVATION_VALUE, "what no deal is worth to it") for p in case.parties]
    table = pd.DataFrame([*lines, *values], columns=["id", "party", "kind", "label"])
    table.insert(2, "party_name", [case.parties[party].name for party in table["party"]])
    return table


def _of_those_occurring(
    table: pd.DataFrame, groups: Sequence[Collection[str]], found: Reasons, run: Run
) -> pd.DataFrame:
    """Add shares to a table that has one row for each group of obstacles; keep the rows that occur."""
    worlds = found.worlds
    counts = [_counts(found, frozenset(group)) for group in groups]
    part, alone, always = np.array(counts, float).reshape(-1, 3).T
    counted = table.assign(
        **with_shares(part, worlds), alone=alone / max(worlds, 1), always=always / max(worlds, 1)
    )
    occurring = counted[counted["count"] > 0].sort_values("count", ascending=False, kind="stable")
    return stamped(occurring.reset_index(drop=True), run, no_zopa_worlds=worlds, cut_worlds=found.worlds_cut)


def _counts(found: Reasons, group: frozenset[str]) -> tuple[int, int, int]:
    """Count worlds in which something of the group is in a set, a set is within it, every set meets it."""
    return (
        found.count(lambda reason: any(one & group for one in reason.sets)),
        found.count(lambda reason: any(one <= group for one in reason.sets)),
        found.count(lambda reason: bool(reason.sets) and all(one & group for one in reason.sets)),
    )
