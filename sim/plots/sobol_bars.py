"""What the answer hangs on, from worlds made for it: first-order and total Sobol indices."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from sim.plots.bars import Bar
from sim.plots.group_bars import group_bars, group_words
from sim.plots.looks import Look
from sim.plots.style import in_style
from sim.scenario.words import percent

_HOW_TO_READ = (
    "Whole bar: the share of the variance in which the group has a part, alone or with others (line: 95%"
    " interval). Dark: what it explains alone. Parts are counted once for each of those who share them, so"
    " they may add up to more than all."
)


@in_style
def sobol_bars(table: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw the share of a measure's variance in which each group has a part, and what it explains alone.

    Parameters
    ----------
    table
        Columns `group`, `label`, `party` (empty if it is nobody's), `first`, `total`, `total_low`,
        `total_high`, `note` (that it changed nothing, if so); `attrs["about"]` says in words what the measure
        tells of a world.
    ax
        Where to draw; a new figure, as high as the rows need, if there is none.

    Examples
    --------
    >>> row = ("uk", "United Kingdom", "uk", 0.4, 0.6, 0.5, 0.7, "")
    >>> columns = "group label party first total total_low total_high note"
    >>> table = pd.DataFrame([row], columns=columns.split())
    >>> table.attrs = {"scenario": "base", "title": "Talks", "worlds": 50, "seed": 1, "version": "0.1.0"}
    >>> table.attrs["about"] = "whether there is a deal"
    >>> print(sobol_bars(table).get_title(loc="left"))
    Whether there is a deal hangs above all on United Kingdom: it has a
    part in 60% of the differences between worlds, and explains 40% alone
    """
    return group_bars(
        table,
        ax,
        by="total",
        finding=_finding,
        how_to_read=_HOW_TO_READ,
        left_out=" groups, which have a smaller part.",
        measured="share of the variance",
        bar=_bar,
        words_share=0.38,
    )


def _parts(first: float, total: float) -> tuple[float, float]:
    """By chance a share may be below 0, above 1, or a part larger than the whole: nothing shows that."""
    whole = min(max(total, 0.0), 1.0)
    return whole, min(max(first, 0.0), whole)


def _bar(row: Any, look: Look) -> Bar:
    total, alone = _parts(row.first, row.total)
    return Bar(total, row.total_low, row.total_high, look, remark=f"alone {percent(alone)}", part=alone)


def _finding(first: pd.Series, about: str) -> str:
    """Name the group with the largest part, if that is certainly more than nothing."""
    if first["total_low"] <= 0:
        return f"{about}: in these worlds no group's part can be told from chance"
    total, alone = _parts(first["first"], first["total"])
    return (
        f"{about} hangs above all on {group_words(first).partition(':')[0]}: it has a part in"
        f" {percent(total)} of the differences between worlds, and explains"
        f" {percent(alone)} alone"
    )
