"""Who and what stood in the way in the worlds where no package was acceptable to all."""

from __future__ import annotations

import numpy as np
import pandas as pd

from sim.analysis.intervals import with_shares
from sim.analysis.provenance import stamped
from sim.ensemble.run import Run
from sim.ensemble.worlds_table import SEPARATOR, no_deal_id
from sim.negotiation.endings import Ending
from sim.scenario import Scenario

RED_LINE, RESERVATION_VALUE = "red line", "reservation value"


def in_the_way(run: Run) -> pd.DataFrame:
    """Share of the worlds without an acceptable package in which giving this up would help to open one.

    It helps if it belongs to a smallest set of held red lines and reservation values whose giving way
    makes some package acceptable to all. Only what occurs is listed, most frequent first.
    Columns: `id`, `party`, `party_name`, `kind`, `label`, `count`, `share`, `low`, `high`;
    `attrs["no_zopa_worlds"]` is the number of worlds that the shares are of.
    """
    failed = run.table.loc[run.table["ending"] == Ending.NO_ZOPA.name, "in_the_way"].astype(str)
    table = obstacles(run.case)
    counts = np.array(
        [failed.str.split(SEPARATOR).map(lambda ids, i=i: i in ids).sum() for i in table["id"]], float
    )
    counted = table.assign(**with_shares(counts, len(failed)))
    occurring = counted[counted["count"] > 0].sort_values("count", ascending=False, kind="stable")
    return stamped(occurring.reset_index(drop=True), run, no_zopa_worlds=len(failed))


def obstacles(case: Scenario) -> pd.DataFrame:
    """List everything that may stand in the way: `id`, `party`, `party_name`, `kind`, `label`."""
    lines = [(line, party, RED_LINE, line.replace("-", " ")) for line, (party, _) in case.red_lines.items()]
    values = [(no_deal_id(p), p, RESERVATION_VALUE, "what no deal is worth to it") for p in case.parties]
    table = pd.DataFrame([*lines, *values], columns=["id", "party", "kind", "label"])
    table.insert(2, "party_name", [case.parties[party].name for party in table["party"]])
    return table
