"""The scenarios that come with the program, in the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sim.language.shelf import Shelved


def scenarios_text(found: Sequence[Shelved]) -> RenderableType:
    """Lay out a line for each scenario, its name and what it asks, under the name of its group.

    Examples
    --------
    >>> from pathlib import Path
    >>> from rich.console import Console
    >>> from sim.language.head import Head
    >>> fence = Shelved("what-if/hedge", Path("hedge.yaml"), Head(asks="what if it is a hedge?"))
    >>> Console(width=60).print(scenarios_text([fence]))
    What if, on 21 August 2025
      what-if/hedge  what if it is a hedge?
    """
    return Group(*_lines(found))


def _lines(found: Sequence[Shelved]) -> Iterator[RenderableType]:
    longest = max((len(one.name) for one in found), default=0)
    for place, (group, members) in enumerate(groupby(found, lambda one: one.group)):
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(no_wrap=True, min_width=longest)
        table.add_column()
        for one in members:
            table.add_row(Text(one.name), Text(one.head.asks))
        if place:
            yield Text()
        yield Text(group, style="bold")
        yield Padding(table, (0, 0, 0, 2), expand=False)
