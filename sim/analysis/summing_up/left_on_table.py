"""What agreements left on the table: how many are efficient, and how far the others are from the frontier."""

from __future__ import annotations

import numpy as np
import pandas as pd

from sim.analysis.intervals import with_shares
from sim.analysis.provenance import stamped
from sim.ensemble.run import Run
from sim.negotiation.endings import Ending


def left_on_table(run: Run) -> pd.DataFrame:
    """Summarise the distances of agreements to the Pareto frontier, in one row.

    An agreement is efficient if no package acceptable in that round was worth more to a party at the table
    and less to none. Columns: `worlds_agreed`; `count` and `share` of those that are efficient, `low`,
    `high`; `mean` and `p95` of the distance, efficient ones included, in utility (NaN without agreements).

    Examples
    --------
    >>> import sim
    >>> list(left_on_table(sim.run("2025-08-21", worlds=50, seed=1)).columns)
    ['worlds_agreed', 'count', 'share', 'low', 'high', 'mean', 'p95']
    """
    distances = run.ended(Ending.AGREED.name, ["to_frontier"])["to_frontier"].to_numpy(float)
    efficient = np.array([np.count_nonzero(distances == 0)], float)
    table = pd.DataFrame({"worlds_agreed": [len(distances)], **with_shares(efficient, len(distances))})
    table["mean"] = distances.mean() if distances.size else np.nan
    table["p95"] = np.quantile(distances, 0.95) if distances.size else np.nan
    return stamped(table, run)
