"""Where a table comes from: it travels with the table, into the corner of its picture."""

from __future__ import annotations

from typing import Any

import pandas as pd

from sim.ensemble.run import Run


def origin(run: Run) -> dict[str, Any]:
    """Say in JSON which run an answer comes from.

    Examples
    --------
    >>> import sim
    >>> list(origin(sim.run("2025-08-21", worlds=5, seed=1)))
    ['scenario', 'title', 'hash', 'worlds', 'seed', 'version']
    """
    return {
        "scenario": run.case.name,
        "title": run.case.title,
        "hash": run.hash,
        "worlds": run.worlds,
        "seed": run.seed,
        "version": run.version,
    }


def stamped(table: pd.DataFrame, run: Run, **more: object) -> pd.DataFrame:
    """Note scenario, worlds, seed and version in the table's `attrs`."""
    table.attrs.update(
        scenario=run.case.name, title=run.case.title, worlds=run.worlds, seed=run.seed, version=run.version
    )
    table.attrs.update(more)
    return table
