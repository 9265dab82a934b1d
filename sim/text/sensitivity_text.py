"""What drives a measure, in the terminal."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from sim.analysis.sensitivity.morris import Morris
from sim.analysis.sensitivity.sobol import Sobol
from sim.scenario.words import counted
from sim.text.share_table import bare_table

MOST = 15
"""Rows shown at most."""

_SOBOL = (
    "Alone: the share of the measure's variance that is due to the group by itself. In all: the share in "
    "which it has a part, together with others."
)
_MORRIS = (
    "Effect: the mean change of the measure, up or down, if a group moves by half of its range, divided by "
    "that half; so it may be more than the measure can change. It ranks, and is no amount."
)
_PAIRS = "A pair whose interval holds 0 need not work together at all."
_NOTES = "Intervals are 95% and show sampling error alone."


def sensitivity_text(found: Sobol | Morris) -> RenderableType:
    """Lay out what drives a measure, the largest first."""
    return Group(*_parts(found))


def _parts(found: Sobol | Morris) -> Iterator[RenderableType]:
    attrs = found.table.attrs
    yield Text(attrs["title"], style="bold")
    stamp = f"{counted(attrs['worlds'], 'world')}, seed {attrs['seed']}, {attrs['scenario']}"
    yield Text(f"{stamp}, version {attrs['version']}; measure: {attrs['measure']}", style="dim")
    yield Text()
    if isinstance(found, Morris):
        yield _table(found.table, "What drives it", {"mu_star": "effect"})
        yield Text()
        yield Text(_MORRIS, style="dim")
    else:
        yield _table(found.table, "What drives it", {"first": "alone", "total": "in all"})
        yield Text()
        if found.second is not None:
            yield _table(_pairs(found, found.second), "Two together, beyond that", {"second": "together"})
            yield Text()
            yield Text(_PAIRS, style="dim")
        yield Text(_SOBOL, style="dim")
    yield Text(_NOTES, style="dim")


def _pairs(found: Sobol, pairs: pd.DataFrame) -> pd.DataFrame:
    """Name the pairs; those of a group that changed nothing are left out, since they tell of chance alone."""
    moving = found.table[found.table["note"] == ""]
    named = dict(zip(moving["group"], moving["label"], strict=True))
    kept = pairs[pairs["group"].isin(list(named)) & pairs["other"].isin(list(named))]
    both = zip(kept["group"], kept["other"], strict=True)
    return kept.assign(label=[f"{named[one]} with {named[other]}" for one, other in both])


def _table(table: pd.DataFrame, title: str, columns: dict[str, str]) -> Table:
    heads = [word for name in columns.values() for word in (name, "95% interval")]
    shown = bare_table(title, *heads)
    for row in table.head(MOST).to_dict("records"):
        if row.get("note"):
            shown.add_row(Text(f"{row['label']}: {row['note']}"))
            continue
        figures = [
            text
            for name in columns
            for text in (f"{row[name]:.3f}", f"{row[f'{name}_low']:.3f} to {row[f'{name}_high']:.3f}")
        ]
        shown.add_row(Text(str(row["label"])), *figures)
    if len(table) > MOST:
        shown.add_row(f"{len(table) - MOST:,} others (--json lists them)")
    return shown
