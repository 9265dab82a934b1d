"""A run in five sentences: how it ends, what is agreed, what stands in the way, what it hangs on."""

from __future__ import annotations

from sim.analysis.exploring.answer import answer
from sim.analysis.exploring.exploration import Exploration
from sim.analysis.exploring.finding import Finding
from sim.analysis.reporting.compatible import compatible
from sim.analysis.reporting.deals import deals
from sim.analysis.reporting.hangs_on import hangs_on
from sim.analysis.reporting.without_deal import without_deal
from sim.analysis.summing_up.summary import Summary
from sim.compatibility import Check

ABOUT = ("answer", "deals", "without_deal", "compatible", "hangs_on")
"""What the sentences are about, in this order."""


def five_sentences(summary: Summary, stated: Check, explored: Exploration) -> tuple[Finding, ...]:
    """Return a sentence about each of `ABOUT`.

    Parameters
    ----------
    summary, stated, explored
        What a run says, what follows from the red lines of its scenario alone, and what its answer hangs on.

    Examples
    --------
    >>> import sim
    >>> from sim.analysis.summing_up.summary import summary
    >>> from sim.analysis.exploring.exploration import explore
    >>> run = sim.run("2025-08-21", worlds=200, seed=1)
    >>> found = five_sentences(summary(run), sim.check(run.case), explore(run))
    >>> [finding.about for finding in found]
    ['answer', 'deals', 'without_deal', 'compatible', 'hangs_on']
    """
    return (
        answer(summary.run, "agreed"),
        deals(summary),
        without_deal(summary),
        compatible(stated),
        hangs_on(explored),
    )
