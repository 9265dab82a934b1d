"""What was agreed, issue by issue: how many of the agreements settle on each option."""

from __future__ import annotations

import numpy as np
import pandas as pd

from sim.analysis.intervals import with_shares
from sim.analysis.provenance import stamped
from sim.ensemble.run import Run
from sim.negotiation.endings import Ending


def agreed_options(run: Run) -> pd.DataFrame:
    """Count the options of the packages agreed on, in the order of the scenario.

    Columns: `issue`, `issue_label` (the question), `option`, `option_label`, `count`, `share` of all
    agreements (NaN if there are none), and its 95% interval, `low` and `high`; `attrs["worlds_agreed"]`
    counts the agreements.

    Examples
    --------
    >>> import sim
    >>> table = agreed_options(sim.run("2025-08-21", worlds=50, seed=1))
    >>> table[table["issue"] == "russian_role"][["option", "count"]].to_dict("list")
    {'option': ['none', 'consulted', 'guarantor'], 'count': [0, 17, 11]}
    """
    agreed = run.ended(Ending.AGREED.name, ["package"])["package"].to_numpy()
    chosen = np.unravel_index(agreed, run.case.space.shape)
    parts = [
        pd.DataFrame(
            {
                "issue": name,
                "issue_label": issue.question,
                "option": issue.ids,
                "option_label": list(issue.options.values()),
                **with_shares(np.bincount(options, minlength=len(issue.ids)).astype(float), len(agreed)),
            }
        )
        for (name, issue), options in zip(run.case.issues.items(), chosen, strict=True)
    ]
    return stamped(pd.concat(parts, ignore_index=True), run, worlds_agreed=len(agreed))
