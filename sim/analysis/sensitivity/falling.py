"""Tables with what matters most at the top."""

from __future__ import annotations

import pandas as pd


def falling(table: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """Sort rows by falling numbers; equal ones keep their order, and what is missing comes last.

    Examples
    --------
    >>> falling(pd.DataFrame({"group": ["a", "b", "c"], "total": [0.1, 0.5, 0.1]}), "total")["group"].tolist()
    ['b', 'a', 'c']
    """
    return table.sort_values(list(columns), ascending=False, kind="stable", ignore_index=True)
