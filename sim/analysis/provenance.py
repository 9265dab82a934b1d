"""Where a table comes from: it travels with the table, into the corner of its picture."""

from __future__ import annotations

import pandas as pd

from sim.ensemble.run import Run


def stamped(table: pd.DataFrame, run: Run, **more: object) -> pd.DataFrame:
    """Note scenario, worlds, seed and version in the table's `attrs`."""
    table.attrs.update(
        scenario=run.case.name, title=run.case.title, worlds=run.worlds, seed=run.seed, version=run.version
    )
    table.attrs.update(more)
    return table
