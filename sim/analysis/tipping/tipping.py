"""The value of one quantity at which the answer tips, and how far it may be off.

At every value the same worlds are played, so that nothing but the quantity moves the measure. The value is
uncertain because only so many worlds were drawn. At the true one the measure is the target's number; its 95%
interval there holds that number in 95 of 100 samples of worlds. So the values at which it does are a 95%
interval for where the answer tips.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sim.analysis.tipping.target import measure_of
from sim.analysis.tipping.tip_question import Question
from sim.analysis.tipping.tip_search import Between, Evaluation, Search, Tip
from sim.negotiation.outcomes import Outcomes


@dataclass(frozen=True)
class TippingPoint:
    """Where the answer tips, if it does.

    Parameters
    ----------
    question
        What was asked.
    tip
        The first place at which the answer changes; None if it is the same at all values tried.
    changes
        Neighbouring values, of those tried, with different answers.
    evaluations
        What was measured, by rising value.
    """

    question: Question
    tip: Tip | None
    changes: tuple[Between, ...]
    evaluations: tuple[Evaluation, ...]

    @property
    def monotone(self) -> bool:
        """Whether the answer changes no more than once over the values tried."""
        return len(self.changes) <= 1

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values, for JSON."""
        asked, tip = self.question, self.tip
        return {
            "scenario": asked.scenario.name,
            "path": asked.path,
            "target": str(asked.target),
            "tips": tip is not None,
            "value": tip and tip.value,
            "interval": tip and list(tip.interval),
            "interval_cut": tip and list(tip.cut),
            "between": [asked.low, asked.high],
            "tolerance": asked.tolerance,
            "monotone": self.monotone,
            "changes": [list(change) for change in self.changes],
            "evaluations": [_plain(each) for each in self.evaluations],
            "worlds": asked.scenario.ensemble.worlds,
            "seed": asked.scenario.ensemble.seed,
        }


def tipping_point(asked: Question, evaluate: Callable[[float], Outcomes]) -> TippingPoint:
    """Find the value of a quantity at which the answer tips.

    Values are tried on a grid between the ends; where the answer first changes, bisection comes as close
    as the tolerance.

    Parameters
    ----------
    asked
        What is asked.
    evaluate
        Plays the scenario with the quantity at a certain value, in the same worlds each time.

    Examples
    --------
    >>> import sim
    >>> from sim.analysis.tipping.tip_question import question
    >>> from sim.ensemble.runner import play
    >>> path = "parties.russia.no_deal.value"
    >>> asked = question(sim.load("2025-08-21"), path, "agreed >= 0.5", between="0,1", tolerance=0.1)
    >>> def evaluate(value):
    ...     return play(sim.load("2025-08-21", {path: value}), worlds=20, seed=1)
    >>> found = tipping_point(asked, evaluate)
    >>> found.evaluations[0].holds, found.evaluations[-1].holds, found.tip is not None
    (True, False, True)
    """
    search = Search(
        measure=lambda value: measure_of(asked.target, asked.scenario, evaluate(value)),
        target=asked.target,
        low=asked.low,
        high=asked.high,
        tolerance=asked.tolerance,
    )
    tip = search.tip()
    return TippingPoint(asked, tip, search.changes, search.evaluations)


def _plain(each: Evaluation) -> dict[str, Any]:
    low, high = (None if math.isnan(end) else end for end in (each.low, each.high))
    return {"value": each.value, "measure": each.measure, "low": low, "high": high, "holds": each.holds}
