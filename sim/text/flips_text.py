"""What is different in the worlds that flip, direction by direction."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from sim.analysis.comparing.comparison import Comparison
from sim.analysis.comparing.flips import Flips
from sim.scenario.listing import listed
from sim.scenario.words import counted

MOST_WORLDS = 5
MOST_LINES = 6


def flips_text(found: Comparison, a: str, b: str) -> Iterator[RenderableType]:
    """Tell what flipped the worlds that agree in one run alone; the runs are called `a` and `b`."""
    yield from _direction(f"Agreement in {b} alone", found.to_agreement, a, b, failed=a)
    yield from _direction(f"Agreement in {a} alone", found.from_agreement, a, b, failed=b)


def _direction(what: str, told: Flips, a: str, b: str, failed: str) -> Iterator[RenderableType]:
    if not told.worlds:
        return
    numbers = ", ".join(map(str, told.first[:MOST_WORLDS]))
    more = ", ..." if told.worlds > MOST_WORLDS else ""
    yield Text(f"{what}: {counted(told.worlds, 'world')} ({numbers}{more})", style="bold")
    for sentence in _sentences(told, a, b, failed):
        yield Padding(Text(sentence), (0, 0, 0, 2))
    yield Text()


def _sentences(told: Flips, a: str, b: str, failed: str) -> Iterator[str]:
    ways = [f"{row['label']} {row['count']:,}" for row in told.without.to_dict("records")]
    yield f"How they end in {failed}: {', '.join(ways)}."
    for run, column in ((a, "a_only"), (b, "b_only")):
        if counted := _counted(told.lines, column):
            yield f"Red lines held in {run} alone: {counted}."
    if told.same_lines:
        some = "all" if told.same_lines == told.worlds else f"{told.same_lines:,}"
        yield f"In {some} of them the same red lines are held in both: something else made the difference."
    if counted := _counted(told.in_the_way, "count"):
        yield f"In the way in {failed}: {counted}."


def _counted(table: pd.DataFrame, column: str) -> str:
    """List what occurs with its number of worlds, the most frequent first."""
    rows = table[table[column] > 0].sort_values(column, ascending=False, kind="stable")
    named = [f"{row['party_name']}: {row['label']} ({row[column]:,})" for row in rows.to_dict("records")]
    left_out = len(named) - MOST_LINES
    return listed([*named[:MOST_LINES], f"{left_out} more"] if left_out > 0 else named)
