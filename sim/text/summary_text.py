"""A run's summary in the terminal."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from sim.analysis.summary import Summary

MOST = 8
NOTES = (
    "Utilities run from 0 to 1 and are not comparable between parties. "
    "Intervals are 95% and show sampling error alone, not how right the assumptions are."
)


def summary_text(summary: Summary) -> RenderableType:
    """Lay out a summary."""
    return Group(*_parts(summary))


def _parts(summary: Summary) -> Iterator[RenderableType]:
    run = summary.run
    yield Text(run.case.title, style="bold")
    yield Text(f"{run.worlds:,} worlds, seed {run.seed}, {run.case.name}, version {run.version}", style="dim")
    yield Text()
    yield _shares("How it ends", "label", summary.endings[summary.endings["count"] > 0])
    yield Text()
    if len(summary.agreements):
        yield _shares("What is agreed", "label", summary.agreements)
        yield Text()
    yield _utilities(summary.utilities)
    yield Text()
    yield from _in_the_way(summary.in_the_way)
    yield Text(NOTES, style="dim")


def _shares(title: str, label: str, table: pd.DataFrame) -> Table:
    shown = _table(title, "share", "95% interval")
    for row in table.head(MOST).to_dict("records"):
        shown.add_row(Text(row[label]), f"{row['share']:.1%}", f"{row['low']:.1%} to {row['high']:.1%}")
    if len(table) > MOST:
        rest = table.iloc[MOST:]
        others = f"{len(rest)} other{'s' if len(rest) > 1 else ''}"
        shown.add_row(others, f"{rest['share'].sum():.1%}", "")
    return shown


def _utilities(table: pd.DataFrame) -> Table:
    shown = _table("Mean utility", "left with", "of agreed package", "of no deal")
    for row in table.to_dict("records"):
        agreed = f"{row['mean']:.2f}" if row["worlds_agreed"] else "-"
        shown.add_row(Text(row["name"]), f"{row['mean_left_with']:.2f}", agreed, f"{row['no_deal_mean']:.2f}")
    return shown


def _in_the_way(table: pd.DataFrame) -> Iterator[RenderableType]:
    worlds = table.attrs["no_zopa_worlds"]
    if not worlds:
        yield Text("In every world some package was acceptable to all whose consent it needs.")
        return
    yield Text(
        f"In {worlds:,} worlds no package was acceptable to all. In what share of these each belongs to a "
        "smallest set of lines and reservation values that would have to give (there may be several):"
    )
    yield _shares("", "whose", table.assign(whose=table["party_name"] + ": " + table["label"]))


def _table(title: str, *columns: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(title, overflow="fold", ratio=1)
    for column in columns:
        table.add_column(column, justify="right")
    return table
