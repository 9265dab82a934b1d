"""What each point of a sweep came to, in the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isnan

import pandas as pd
from rich.cells import cell_len
from rich.console import Group, JustifyMethod, RenderableType
from rich.table import Table
from rich.text import Text

from sim.analysis.sweep_table import AGREED, FAILURES, LEFT_WITH
from sim.language.dotted import short_names
from sim.scenario.words import counted
from sim.text.fitting import Fitting

MOST = 40
"""Points shown at most."""

_ENDINGS = {"DEADLINE": "time ran out", "NO_ZOPA": "no ZOPA", "WALKED_OUT": "walked out"}
_NOTES = (
    "Every point has the same worlds: what differs between rows comes from the swept values alone. "
    "Intervals are 95% and show sampling error alone. Utilities are not comparable between parties."
)


def sweep_text(table: pd.DataFrame) -> RenderableType:
    """Lay out a sweep table: how each point ends, and what each party is left with."""
    return Group(*_parts(table))


def _parts(table: pd.DataFrame) -> Iterator[RenderableType]:
    attrs, shown = table.attrs, table.head(MOST)
    yield Text(attrs["title"], style="bold")
    worlds = counted(attrs["worlds"], "world")
    stamp = f"{worlds}, seed {attrs['seed']}, {attrs['scenario']}, version {attrs['version']}"
    yield Text(stamp, style="dim")
    yield from _swept(attrs["swept"])
    yield Text()
    yield Fitting(wide=_endings(shown), narrow=_endings(shown, narrow=True))
    yield Text()
    yield Text("Mean utility left with", style="bold")
    yield Fitting(wide=_utilities(shown), narrow=_utilities(shown, narrow=True))
    if len(table) > MOST:
        yield Text(f"... and {len(table) - MOST:,} more points (--json lists them)")
    yield Text()
    yield Text(_NOTES, style="dim")


def _swept(paths: Sequence[str]) -> Iterator[Text]:
    """List the paths by number: where there is little room the numbers stand for them."""
    yield Text("Swept" if paths else "Nothing is swept.")
    yield from (Text(f"  {number} {path}") for number, path in enumerate(paths, 1))


def _endings(table: pd.DataFrame, *, narrow: bool = False) -> Table:
    occurring = [ending for ending in FAILURES if table[ending].any()]
    interval = ["low", "high"] if narrow else ["95% interval"]
    rows = []
    for row in table.to_dict("records"):
        ends = [f"{row['low']:.1%}", f"{row['high']:.1%}"]
        shares = [f"{row[ending]:.1%}" for ending in occurring]
        rows.append([f"{row[AGREED]:.1%}", *(ends if narrow else [" to ".join(ends)]), *shares])
    return _laid_out(
        table, ["deal", *interval, *(_ENDINGS[ending] for ending in occurring)], rows, narrow=narrow
    )


def _utilities(table: pd.DataFrame, *, narrow: bool = False) -> Table:
    parties: dict[str, str] = table.attrs["parties"]
    means = table[[f"{LEFT_WITH}{party}" for party in parties]].to_numpy(float)
    rows = [["-" if isnan(mean) else f"{mean:.2f}" for mean in row] for row in means]
    return _laid_out(table, list(parties if narrow else parties.values()), rows, narrow=narrow)


def _laid_out(table: pd.DataFrame, heads: list[str], figures: list[list[str]], *, narrow: bool) -> Table:
    """Put figures beside the swept values; only where it is narrow may values be broken."""
    paths: list[str] = table.attrs["swept"]
    values = [[_number(value) for value in row] for row in table[paths].to_numpy(object)]
    names = [str(number) for number in range(1, len(paths) + 1)] if narrow else short_names(paths)
    rows = [[*left, *right] for left, right in zip(values, figures, strict=True)]
    shown = Table(box=None, pad_edge=False, header_style="bold")
    for place, head in enumerate([*names, *heads]):
        is_value = place < len(paths)
        whole = "interval" in head or (is_value and not narrow)
        width = max(cell_len(text) for text in [head * whole, *(row[place] for row in rows)])
        justify: JustifyMethod = "left" if is_value else "right"
        shown.add_column(
            Text(head, justify=justify), justify=justify, overflow="fold",
            no_wrap=whole, min_width=None if is_value and narrow else width,
        )  # fmt: skip
    for row in rows:
        shown.add_row(*map(Text, row))
    return shown


def _number(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
