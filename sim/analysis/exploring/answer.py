"""The answer itself: how often a measure holds, or what it comes to."""

from __future__ import annotations

import numpy as np
from jaxtyping import Float

from sim.analysis.all_one import all_one
from sim.analysis.exploring.finding import Finding
from sim.analysis.intervals import wilson
from sim.analysis.measure import ROUND, UTILITY, is_share, measured_run
from sim.analysis.measure_words import value_words
from sim.analysis.paired_intervals import mean_with_interval
from sim.ensemble.run import Run
from sim.scenario.words import capitalised, counted, percent


def answer(run: Run, measure: str) -> Finding:
    """Say what a measure comes to over the worlds of a run, with its 95% interval; none if all are one.

    Raises
    ------
    InputError
        If there is no such measure.

    Examples
    --------
    >>> import sim
    >>> answer(sim.run("2025-08-21", worlds=20, seed=1), "agreed").text
    'There is a deal in 14 of 20 worlds, 70% (95% interval 48% to 85%).'
    """
    values = measured_run(measure, run)
    worlds = counted(run.worlds, "world")
    if all_one(run):
        return _certain(run, measure, float(values[0]))
    if not is_share(measure):
        return _mean(_called(run, measure), values, worlds, digits=1 if measure == ROUND else 3)
    count = int(values.sum())
    low, high = (float(end[0]) for end in wilson(np.array([float(count)]), run.worlds))
    share = count / run.worlds
    interval = f"95% interval {percent(low)} to {percent(high)}"
    so = capitalised(value_words(measure, 1.0, run.case))
    text = f"{so} in {count:,} of {worlds}, {percent(share)} ({interval})."
    return Finding("answer", text, {"count": count, "share": share, "low": low, "high": high})


def _certain(run: Run, measure: str, value: float) -> Finding:
    """Say what is so in every world there can be."""
    why = "nothing in this scenario is uncertain"
    alike = f", so that all {run.worlds:,} worlds are one" if run.worlds > 1 else ""
    text = f"{capitalised(value_words(measure, value, run.case))}: {why}{alike}."
    numbers = {"count": run.worlds * int(value), "share": value} if is_share(measure) else {"mean": value}
    return Finding("answer", text, numbers)


def _mean(called: str, values: Float[np.ndarray, "worlds"], worlds: str, digits: int) -> Finding:
    """Say a mean; how far it may be off is not known of a single world."""
    mean, low, high = mean_with_interval(values)
    if len(values) == 1:
        return Finding("answer", f"{called} {mean:.{digits}f} in {worlds}.", {"mean": mean})
    interval = f"95% interval {low:.{digits}f} to {high:.{digits}f}"
    text = f"{called} {mean:.{digits}f} on average over {worlds} ({interval})."
    return Finding("answer", text, {"mean": mean, "low": low, "high": high})


def _called(run: Run, measure: str) -> str:
    if measure == ROUND:
        return "The negotiation ends in round"
    return f"{run.case.parties[measure.removeprefix(UTILITY)].name} is left with a utility of"
