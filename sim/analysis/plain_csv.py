"""A table as CSV, for people and spreadsheets."""

from __future__ import annotations

import pandas as pd


def plain_csv(table: pd.DataFrame) -> str:
    r"""Write a table as CSV; several ids in one cell are joined by plus signs.

    Examples
    --------
    >>> plain_csv(pd.DataFrame({"ids": [["a", "b"]], "share": [0.5]}))
    'ids,share\na + b,0.5\n'
    """
    return table.map(_joined).to_csv(index=False, lineterminator="\n")


def _joined(cell: object) -> object:
    return " + ".join(map(str, cell)) if isinstance(cell, (list, tuple)) else cell
