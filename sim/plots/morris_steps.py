"""What the answer hangs on, from steps of one quantity at a time [Morris1991]_."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from sim.plots.bars import Bar
from sim.plots.group_bars import group_bars, group_words
from sim.plots.looks import Look
from sim.plots.style import in_style
from sim.scenario.words import percent

_HOW_TO_READ = (
    "A step moves a quantity, or all those of a group, by half of its range; the rest stays as it is."
)


@in_style
def morris_steps(table: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw how often, or by how much, a step of each quantity changes the answer.

    Parameters
    ----------
    table
        Columns `group`, `label`, `party` (empty if it is nobody's), `step`, `step_low`, `step_high`: of a
        measure that holds or not how often a step changes it, of a number by how much it does; `note` (that
        it changed nothing, if so). `attrs["is_share"]` says which, `attrs["about"]` in words what the measure
        tells of a world.
    ax
        Where to draw; a new figure, as high as the rows need, if there is none.

    Examples
    --------
    >>> row = ("uk", "United Kingdom", "uk", 0.3, 0.2, 0.4, "")
    >>> table = pd.DataFrame([row], columns="group label party step step_low step_high note".split())
    >>> table.attrs = {"scenario": "base", "title": "Talks", "worlds": 50, "seed": 1, "version": "0.1.0"}
    >>> table.attrs |= {"about": "whether there is a deal", "is_share": True}
    >>> print(morris_steps(table).get_title(loc="left"))
    Whether there is a deal hangs above all on United Kingdom:
    a step by half of the range changes it 30% of the time
    """
    is_share = bool(table.attrs["is_share"])
    return group_bars(
        table,
        ax,
        by="step",
        finding=partial(_finding, is_share=is_share),
        how_to_read=_HOW_TO_READ,
        left_out=", which change less.",
        measured="share of steps that change it" if is_share else "mean change by a step, up or down",
        bar=partial(_bar, is_share=is_share),
        words_share=0.42,
        in_percent=is_share,
    )


def _bar(row: Any, look: Look, *, is_share: bool) -> Bar:
    figures = "" if is_share else f"{row.step:.3g} ({max(row.step_low, 0):.3g} to {row.step_high:.3g})"
    return Bar(row.step, row.step_low, row.step_high, look, figures=figures)


def _finding(first: pd.Series, about: str, *, is_share: bool) -> str:
    """Name what changes the answer most, if that is certainly more than nothing."""
    if first["step_low"] <= 0:
        return f"{about}: in these worlds no step's effect can be told from chance"
    size = first["step"]
    by = f"changes it {percent(size)} of the time" if is_share else f"changes it by {size:.3g}"
    return f"{about} hangs above all on {group_words(first)}: a step by half of the range {by}"
