"""The answer itself: how often a measure holds, or what it comes to."""

from __future__ import annotations

import numpy as np

from sim.analysis.exploring.finding import Finding
from sim.analysis.intervals import wilson
from sim.analysis.measure import ROUND, UTILITY, is_share, measured_run
from sim.analysis.paired_intervals import mean_with_interval
from sim.ensemble.run import Run

_SHARES = {
    "agreed": "There is a deal",
    "deadline": "Time runs out on a package that all could have signed",
    "no_zopa": "No package is acceptable to all whose consent it needs",
    "walked_out": "Somebody walks out",
}


def answer(run: Run, measure: str) -> Finding:
    """Say what a measure comes to over the worlds of a run, with its 95% interval.

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
    if is_share(measure):
        count = int(values.sum())
        low, high = (float(end[0]) for end in wilson(np.array([float(count)]), run.worlds))
        share = count / run.worlds
        text = (
            f"{_SHARES[measure]} in {count:,} of {run.worlds:,} worlds, {share:.0%} "
            f"(95% interval {low:.0%} to {high:.0%})."
        )
        return Finding("answer", text, {"count": count, "share": share, "low": low, "high": high})
    mean, low, high = mean_with_interval(values)
    digits = 1 if measure == ROUND else 3
    text = (
        f"{_called(run, measure)} {mean:.{digits}f} on average over {run.worlds:,} worlds "
        f"(95% interval {low:.{digits}f} to {high:.{digits}f})."
    )
    return Finding("answer", text, {"mean": mean, "low": low, "high": high})


def _called(run: Run, measure: str) -> str:
    if measure == ROUND:
        return "The negotiation ends in round"
    return f"{run.case.parties[measure.removeprefix(UTILITY)].name} is left with a utility of"
