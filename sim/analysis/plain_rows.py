"""A table as plain values, for JSON."""

from __future__ import annotations

from typing import Any

import pandas as pd


def plain_rows(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows with None, which JSON knows, for not-a-number, which it does not.

    Examples
    --------
    >>> plain_rows(pd.DataFrame({"party": ["us"], "mean": [float("nan")]}))
    [{'party': 'us', 'mean': None}]
    """
    return table.astype(object).where(table.notna(), None).to_dict("records")  # type: ignore[return-value]


def attributes(table: pd.DataFrame) -> dict[str, Any]:
    """Return where a table comes from: scenario, worlds, seed, version and whatever else was noted.

    Examples
    --------
    >>> import sim
    >>> from sim.analysis.summing_up.endings import endings
    >>> attributes(endings(sim.run("2025-08-21", worlds=5, seed=1)))["worlds"]
    5
    """
    return {str(name): value for name, value in table.attrs.items()}
