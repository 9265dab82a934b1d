"""Why worlds ended as they did, in the terminal: what stood in the way, what it would have taken."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

import pandas as pd
from rich.console import Group, RenderableType
from rich.text import Text

from sim.analysis.summing_up.deadline import NONE_ALONE, Deadline
from sim.analysis.summing_up.summary import Summary
from sim.scenario.words import counted
from sim.text.fitting import Fitting
from sim.text.share_table import MOST, bare_table, share_table

MOST_SETS = 4
WIDTHS = (6, 15, 6, 12)
"""Of figures and their headings on one line: where that is too much, there are two tables instead."""


def reasons_text(summary: Summary) -> Iterator[RenderableType]:
    """Tell why there was no deal, and how good the deals were."""
    yield from _in_the_way(summary)
    yield from _deadline(summary.deadline)
    yield from _left_on_table(summary.left_on_table)


def _in_the_way(summary: Summary) -> Iterator[RenderableType]:
    table = summary.in_the_way
    worlds = table.attrs["no_zopa_worlds"]
    if not worlds:
        yield Text("In every world some package was acceptable to all whose consent it needs.\n")
        return
    yield Text(f"In {counted(worlds, 'world')} no package was acceptable to all.\n")
    yield from _sets("What could not be had together", summary.conflicts)
    yield Text(
        "In each of these worlds, giving up any one of its minimal sets of red lines and reservation values "
        "would have been enough; a reservation value goes down as far as it takes. In what share of these "
        "worlds each belongs to such a set, is one alone, and belongs to every one:"
    )
    yield _obstacles(table.assign(label=table["party_name"] + ": " + table["label"]))
    yield from _by_party(summary.in_the_way_parties)
    sets = summary.in_the_way_sets
    yield from _sets("Enough only together, each of these sets", sets[sets["ids"].map(len) > 1])
    if cut := table.attrs["cut_worlds"]:
        yield Text(f"In {counted(cut, 'world')} there are more sets than were kept.\n")


def _obstacles(table: pd.DataFrame) -> RenderableType:
    shown = bare_table("", "share", "95% interval", "alone", "in every set")
    for column, width in zip(shown.columns[1:], WIDTHS, strict=True):
        column.min_width = width
    parts = bare_table("", "alone", "in every set")
    for row in table.head(MOST).to_dict("records"):
        interval = f"{row['low']:.1%} to {row['high']:.1%}"
        enough = f"{row['alone']:.1%}", f"{row['always']:.1%}"
        shown.add_row(Text(row["label"]), f"{row['share']:.1%}", interval, *enough)
        parts.add_row(Text(row["label"]), *enough)
    if len(table) > MOST:
        shown.add_row(f"and {len(table) - MOST} rarer", "", "", "", "")
    return Fitting(wide=shown, narrow=Group(share_table("", table, rest=False), parts))


def _by_party(table: pd.DataFrame) -> Iterator[RenderableType]:
    for what, column in (("Enough from one party alone", "alone"), ("In every set", "always")):
        told = [f"{name} {share:.1%}" for name, share in table[["party_name", column]].to_numpy() if share]
        if told:
            yield Text(f"{what}, lines and reservation value together: {', '.join(told)}.")
    yield Text()


def _sets(title: str, table: pd.DataFrame) -> Iterator[RenderableType]:
    if len(table):
        yield share_table(title, table, MOST_SETS, rest=False)
        yield Text()


def _deadline(told: Deadline) -> Iterator[RenderableType]:
    if not told.worlds:
        return
    refused = (
        f"; in {counted(told.refused, 'world')} what had been settled was not ratified"
        if told.refused
        else ""
    )
    yield Text(
        f"In {counted(told.worlds, 'world')} the table did not settle on what all could have signed{refused}."
    )
    rows = told.closeness.to_dict("records")
    yield share_table(
        "Closest of what all could have signed", told.closeness.assign(label=[_closest(row) for row in rows])
    )
    helped = told.remedies[(told.remedies["count"] > 0) | (told.remedies["id"] == NONE_ALONE)]
    yield share_table("What would have brought agreement (several may)", helped, len(helped))
    yield Text()


def _closest(row: dict[Hashable, int]) -> str:
    if not row["needed"]:
        return "none was accepted but by its proposer"
    return f"had {row['accepted']} of the {row['needed']} acceptances it needed"


def _left_on_table(table: pd.DataFrame) -> Iterator[RenderableType]:
    (row,) = table.to_dict("records")
    if row["worlds_agreed"]:
        yield Text(
            f"{row['share']:.1%} ({row['low']:.1%} to {row['high']:.1%}) of the agreements are efficient: no "
            "package acceptable then was worth more to a party at the table and less to none. Distance to "
            f"the Pareto frontier, in utility: mean {row['mean']:.2f}, 95th percentile {row['p95']:.2f}.\n"
        )
