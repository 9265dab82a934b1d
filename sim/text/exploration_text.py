"""What was found in a run, in a few sentences, in the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from sim.analysis.exploring.exploration import Exploration
from sim.scenario.words import counted

NOTES = (
    "Shares are of worlds drawn from stated assumptions; intervals are 95% and show sampling error alone. "
    "What moves the answer here moves it in the model. Utilities are not comparable between parties."
)
_HEADS = {
    "answer": "The answer",
    "landing": "How good it is",
    "shortlist": "What is robust",
    "drivers": "What it hangs on",
    "conditions": "Under which conditions",
    "baselines": "What simple rules say",
}


def exploration_text(found: Exploration) -> RenderableType:
    """Lay out an exploration: one sentence about each thing that was looked at."""
    return Group(*_parts(found))


def _parts(found: Exploration) -> Iterator[Text]:
    run = found.run
    yield Text(run.case.title, style="bold")
    stamp = f"{counted(run.worlds, 'world')}, seed {run.seed}, {run.case.name}, version {run.version}"
    yield Text(f"{stamp}; measure: {found.measure}", style="dim")
    for finding in found.findings:
        yield Text()
        yield Text(_HEADS[finding.about], style="bold")
        yield Text(finding.text)
    yield Text()
    yield Text(NOTES, style="dim")
