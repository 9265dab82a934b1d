"""What the answer hangs on: the quantities that move it, its conditions, and how robust packages are."""

from __future__ import annotations

from collections.abc import Iterator

from sim.analysis.exploring.exploration import Exploration
from sim.report.blocks import Block, Grid, Prose, Section

FEW = 8
"""Quantities in the table."""

HEADS = {
    "drivers": "Which quantities move it",
    "conditions": "Under which conditions",
    "shortlist": "Which package is robust",
    "landing": "How good the deals are",
    "baselines": "What simple rules say",
}
"""What is looked at, in this order; the answer itself stands at the head of the report."""


def hanging_part(explored: Exploration) -> Section:
    """Show what an exploration found."""
    found = {finding.about: finding.text for finding in explored.findings}
    inside = [
        Section(heading, (Prose(found[about]), *(_drivers(explored) if about == "drivers" else ())))
        for about, heading in HEADS.items()
        if about in found
    ]
    return Section("What the answer hangs on", (Prose(_asked(explored)), *inside))


def _asked(explored: Exploration) -> str:
    return (
        f"What is asked of each world is its measure “{explored.measure}”. A quantity is said to move it "
        "where worlds that have much of it end otherwise than worlds that have little: in this model, not "
        "outside it."
    )


def _percent(share: float) -> str:
    """Say a share that may come out below 0 by chance, but never as -0%."""
    return "0%" if (told := f"{share:.0%}") == "-0%" else told


def _drivers(explored: Exploration) -> Iterator[Block]:
    if "sensitivity" not in explored.tables:
        return
    table = explored.tables["sensitivity"]
    rows = tuple(
        (
            str(row["label"]),
            _percent(row["explained"]),
            f"{_percent(row['explained_low'])} to {_percent(row['explained_high'])}",
            f"{row['rank']:+.2f}",
            "yes" if row["named"] else "no",
        )
        for row in table.dropna(subset=["explained"]).head(FEW).to_dict("records")
    )
    caption = (
        f"The first {len(rows)} of {len(table):,} uncertain quantities: the share of the differences between "
        "worlds (of the measure's variance) that each explains alone, its rank correlation with the measure, "
        "and whether it explains more than chance."
    )
    columns = ("Quantity", "Explains", "95% interval", "Rank correlation", "More than chance")
    yield Grid(caption, columns, rows, frozenset({1, 2, 3}))
