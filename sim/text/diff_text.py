"""What two scenarios differ in as they are written, one line for each thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from sim.analysis.differing.scenario_diff import ScenarioDifference
from sim.scenario import Scenario


def diff_text(a: Scenario, b: Scenario, differences: Sequence[ScenarioDifference]) -> RenderableType:
    """Tell what the second scenario has that the first has not, and the other way round.

    Examples
    --------
    >>> from rich.console import Console
    >>> from sim.language import load
    >>> august = load("2025-08-21")
    >>> Console().print(diff_text(august, august, ()))
    2025-08-21  ->  2025-08-21
    Nothing differs: the two are the same scenario.
    """
    return Group(Text(f"{a.name}  ->  {b.name}", style="bold"), *_lines(differences))


def _lines(differences: Sequence[ScenarioDifference]) -> Iterator[RenderableType]:
    if not differences:
        yield Text("Nothing differs: the two are the same scenario.")
    for difference in differences:
        yield Padding(Text(difference.words), (0, 0, 0, 2))
