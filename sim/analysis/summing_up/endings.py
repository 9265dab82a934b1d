"""How often each ending comes, and each agreement."""

from __future__ import annotations

import numpy as np
import pandas as pd

from sim.analysis.intervals import with_shares
from sim.analysis.provenance import stamped
from sim.ensemble.run import Run
from sim.negotiation.endings import Ending
from sim.scenario import describe


def endings(run: Run) -> pd.DataFrame:
    """Count the endings: `ending`, `label`, `count`, `share` of all worlds, and its 95% interval."""
    counts = (
        run.frame(["ending"])["ending"]
        .value_counts()
        .reindex([ending.name for ending in Ending], fill_value=0)
    )
    table = pd.DataFrame({"ending": counts.index, "label": [ending.sentence for ending in Ending]})
    return stamped(table.assign(**with_shares(counts.to_numpy(float), run.worlds)), run)


def agreements(run: Run) -> pd.DataFrame:
    """Count the packages agreed on, most frequent first (equals in index order).

    Columns: `package` (index), `label`, `count`, `share` of all worlds, and its 95% interval.
    """
    agreed = run.ended(Ending.AGREED.name, ["package"])["package"].to_numpy()
    packages, counts = np.unique(agreed, return_counts=True)
    order = np.argsort(-counts, kind="stable")
    table = pd.DataFrame({
        "package": packages[order],
        "label": [describe(run.case, int(package)) for package in packages[order]],
    })  # fmt: skip
    return stamped(table.assign(**with_shares(counts[order].astype(float), run.worlds)), run)


def outcome_distribution(run: Run, most: int = 6) -> pd.DataFrame:
    """Put endings and the most frequent agreements, the rest together, in one table.

    Columns: `kind` ("ending" or "agreement"), `ending`, `label`, `count`, `share`, `low`, `high`.
    """
    agreed = agreements(run)
    shown = agreed.head(most).drop(columns="package")
    parts = [endings(run).assign(kind="ending"), shown.assign(kind="agreement", ending=Ending.AGREED.name)]
    rest = agreed.iloc[most:]
    if len(rest):
        label = f"{len(rest)} other package{'s' if len(rest) > 1 else ''}"
        others = pd.DataFrame({"kind": ["agreement"], "ending": [Ending.AGREED.name], "label": [label]})
        parts.append(others.assign(**with_shares(np.array([rest["count"].sum()], float), run.worlds)))
    columns = ["kind", "ending", "label", "count", "share", "low", "high"]
    return stamped(pd.concat(parts, ignore_index=True)[columns], run)
