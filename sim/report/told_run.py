"""A run with everything that a report tells of it, worked out once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from sim import api
from sim.analysis.exploring.exploration import ABOUT, Exploration, explore
from sim.analysis.exploring.finding import Finding
from sim.analysis.reporting.five_sentences import five_sentences
from sim.analysis.summing_up.summary import Summary
from sim.plots import EVERY_PICTURE, EXPLORED, PICTURES

Progress = Callable[[int], None]


@dataclass(frozen=True)
class ToldRun:
    """A run, its tables and its sentences.

    Parameters
    ----------
    run, name
        The run, and what it is called among others.
    summary, stated, explored
        What it says, what follows from the red lines alone, and what its answer hangs on.
    tables
        The table of each picture, by the picture's name.
    sentences
        The answer.
    """

    run: api.Run
    name: str
    summary: Summary
    stated: api.Check
    explored: Exploration
    tables: Mapping[str, pd.DataFrame]
    sentences: tuple[Finding, ...]


def told_run(run: api.Run, name: str, measure: str, progress: Progress) -> ToldRun:
    """Work out what is told of a run; `progress` is told of each of `steps()` that is done.

    A table of the run or of its exploration that has the name of a picture is drawn.
    """
    explored = explore(run, measure, progress=progress)
    summary, stated = run.summary(), api.check(run.case)
    tables = {**explored.tables, **run.tables()}
    drawn = {picture: tables[picture] for picture in EVERY_PICTURE if picture in tables}
    progress(1)
    return ToldRun(run, name, summary, stated, explored, drawn, five_sentences(summary, stated, explored))


def steps() -> int:
    """Return how many steps it takes at most to work out a run and to draw it."""
    return len(ABOUT) + 1 + len(PICTURES) + len(EXPLORED)
