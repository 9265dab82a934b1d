"""Tables of shares with their intervals."""

from __future__ import annotations

import pandas as pd
from rich.table import Table
from rich.text import Text

MOST = 8
"""Rows shown at most; the rest is told together."""


def share_table(title: str, table: pd.DataFrame, most: int = MOST, *, rest: bool = True) -> Table:
    """Show the columns `label`, `share`, `low`, `high`; say what the `rest` comes to where shares add up."""
    shown = bare_table(title, "share", "95% interval")
    for row in table.head(most).to_dict("records"):
        shown.add_row(Text(row["label"]), f"{row['share']:.1%}", f"{row['low']:.1%} to {row['high']:.1%}")
    if len(table) > most:
        left_out = table.iloc[most:]
        others = f"{len(left_out)} other{'s' if len(left_out) > 1 else ''}"
        shown.add_row(others, f"{left_out['share'].sum():.1%}" if rest else "", "")
    return shown


def bare_table(title: str, *columns: str) -> Table:
    """Start a table: words on the left, figures on the right."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(title, overflow="fold", ratio=1)
    for column in columns:
        table.add_column(column, justify="right")
    return table
