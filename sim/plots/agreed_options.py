"""What was agreed, issue by issue: which share of the agreements settles on each option."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from sim.plots.corner import SAMPLING_ERROR, corner
from sim.plots.headline import headline, nothing_to_draw
from sim.plots.heat import Cell, draw_cells
from sim.plots.rows import label_rows, records
from sim.plots.style import axes_for, in_style
from sim.plots.words import percent_with_interval
from sim.scenario.listing import listed
from sim.scenario.words import counted, percent

_NAMED = 2
"""Options the title names at most as being in every deal."""

_NEARLY_ALL = 0.99
"""Share of the deals from which the title says that an issue is settled."""

_HOW_TO_READ = "A row is an issue, and its cells are the options; the darker, the more deals settle on it."


@in_style
def agreed_options(table: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw each issue as a row cut into its options, each shaded by its share of the agreements.

    Parameters
    ----------
    table
        Columns `issue`, `issue_label`, `option`, `option_label`, `count`, `share`, `low`, `high`;
        `attrs["worlds_agreed"]` counts the agreements.
    ax
        Where to draw; a new figure, as high as the rows need, if there is none.

    Examples
    --------
    >>> rows = [("army", "What army?", "limited", "A limited army", 5, 0.1, 0.04, 0.21)]
    >>> rows += [("army", "What army?", "strong", "A strong army", 45, 0.9, 0.79, 0.96)]
    >>> columns = "issue issue_label option option_label count share low high"
    >>> table = pd.DataFrame(rows, columns=columns.split())
    >>> table.attrs = {"scenario": "base", "title": "Talks", "worlds": 90, "seed": 1, "version": "0.1.0",
    ...                "worlds_agreed": 50}
    >>> agreed_options(table).get_title(loc="left")
    'Deals differ on every issue; least settled: “A strong army” (90% of deals)'
    """
    issues = table["issue"].nunique() if table.attrs["worlds_agreed"] else 0
    ax = axes_for(ax, height=1.5 + 0.46 * max(issues, 3))
    if table.empty or not table.attrs["worlds_agreed"]:
        headline(ax, _nothing(table))
        corner(ax, table)
        nothing_to_draw(ax, "There is no agreement to look into.")
        return ax
    headline(ax, _finding(table))
    corner(ax, table, _HOW_TO_READ, _counted(table), SAMPLING_ERROR)
    ax.set_xlim(0, 1)
    ax.xaxis.set_visible(False)
    ax.spines["bottom"].set_visible(False)
    labels = table.drop_duplicates("issue")["issue_label"].tolist()
    row_height = label_rows(ax, labels, share=0.3)
    draw_cells(ax, list(_cells(table)), row_height)
    return ax


def _counted(table: pd.DataFrame) -> str:
    return f"Shares are of {counted(table.attrs['worlds_agreed'], 'deal')}."


def _cells(table: pd.DataFrame) -> Iterator[Cell]:
    for row, (_, options) in enumerate(table.groupby("issue", sort=False, observed=True)):
        for place, option in enumerate(records(options)):
            share = percent_with_interval(option.share, option.low, option.high)
            yield Cell(
                place / len(options), (place + 1) / len(options), row, option.share,
                words=f"{option.option_label}\n{share}",
                short=f"{percent(option.share)} {option.option_label}",
            )  # fmt: skip


def _nothing(table: pd.DataFrame) -> str:
    worlds = table.attrs["worlds"]
    return (
        f"No deal in any of {counted(worlds, 'world')}: nothing was agreed" if worlds else "No deals to show"
    )


def _finding(table: pd.DataFrame) -> str:
    """Say what is in every deal, and over what deals differ most."""
    open_issues = table[table.groupby("issue")["option"].transform("size") > 1]
    top = open_issues.sort_values("share", ascending=False, kind="stable").drop_duplicates("issue")
    if (top["share"] == 1).all():
        what = "The only deal" if table.attrs["worlds_agreed"] == 1 else "Every deal is the same package"
        return f"{what}: {_options(top.sort_index(), 'more answer')}" if len(top) else what
    least = f"least settled: {_share(top.iloc[-1], open_issues)}"
    settled = top[top["share"] >= _NEARLY_ALL]
    if settled.empty:
        most = f"most settled: {_share(top.iloc[0], open_issues)}, " if len(top) > 1 else ""
        return f"Deals differ on every issue; {most}{least}"
    everywhere = (settled["share"] == 1).all()
    deals = "Every deal has" if everywhere else f"At least {_NEARLY_ALL:.0%} of deals have"
    found = f"{deals} {_options(settled.sort_index(), 'other issue', 'the same answer on ')}"
    return found if len(settled) == len(top) else f"{found}; {least}"


def _options(settled: pd.DataFrame, others: str, before: str = "") -> str:
    """Name the first options, and count the others."""
    named = [f"“{label}”" for label in settled["option_label"].head(_NAMED)]
    more = len(settled) - len(named)
    return listed([*named, f"{before}{counted(more, others)}"] if more else named)


def _share(option: pd.Series[Any], options: pd.DataFrame) -> str:
    """Say the option most often settled on, with those that are so as often on the same issue."""
    alike = options[(options["issue"] == option["issue"]) & (options["share"] == option["share"])]
    named = [f"“{label}”" for label in alike["option_label"]]
    return f"{listed(named, 'or')} ({percent(option['share'])} of deals{', each' * (len(named) > 1)})"
