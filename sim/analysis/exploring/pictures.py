"""The table behind each picture of an exploration, by the picture's name."""

from __future__ import annotations

import pandas as pd

from sim.analysis.exploring.exploration import Exploration

_TABLES = {
    "discovery_boxes": "box_conditions",
    "drivers": "sensitivity",
    "package_acceptability": "package_acceptability",
    "peeling_trajectory": "boxes",
    "utility_plane": "utility_plane",
}
"""Picture -> the table of the exploration that it draws."""


def pictures(found: Exploration) -> dict[str, pd.DataFrame]:
    """Return picture name -> table, of what could be asked of the run.

    Examples
    --------
    >>> import sim
    >>> list(pictures(sim.explore(sim.run("2025-08-21", worlds=100, seed=1))))[:3]
    ['discovery_boxes', 'drivers', 'package_acceptability']
    """
    tables = {name: found.tables[table] for name, table in _TABLES.items() if table in found.tables}
    return {name: table for name, table in tables.items() if not table.attrs.get("because")}
