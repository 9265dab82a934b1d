"""A run's summary in the terminal."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from sim.analysis.summing_up.summary import Summary
from sim.scenario.quantities import uncertain
from sim.scenario.words import counted
from sim.text.reasons_text import reasons_text
from sim.text.share_table import bare_table, share_table

CERTAIN = (
    "Nothing in this scenario is uncertain: if its worlds differ, then by the luck of the negotiation alone."
)
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
    worlds = counted(run.worlds, "world")
    yield Text(f"{worlds}, seed {run.seed}, {run.case.name}, version {run.version}", style="dim")
    if not uncertain(run.case):
        yield Text(CERTAIN, style="dim")
    yield Text()
    yield share_table("How it ends", summary.endings[summary.endings["count"] > 0])
    yield Text()
    if len(summary.agreements):
        yield share_table("What is agreed", summary.agreements)
        yield Text()
    yield _utilities(summary.utilities)
    yield Text()
    yield from reasons_text(summary)
    yield Text(NOTES, style="dim")


def _utilities(table: pd.DataFrame) -> Table:
    shown = bare_table("Mean utility", "left with", "of agreed package", "of no deal")
    for row in table.to_dict("records"):
        agreed = f"{row['mean']:.2f}" if row["worlds_agreed"] else "-"
        shown.add_row(Text(row["name"]), f"{row['mean_left_with']:.2f}", agreed, f"{row['no_deal_mean']:.2f}")
    return shown
