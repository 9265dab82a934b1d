"""From one box to the next: those that could be, and the best of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sim.analysis.discovery.bounds import Bounds
from sim.analysis.discovery.objectives import Count, Objective


@dataclass(frozen=True, eq=False)
class Step:
    """A box: its bounds, and how many worlds are in it."""

    bounds: Bounds
    count: Count


def best(steps: Iterable[Step], before: Count, objective: Objective) -> Step | None:
    """Return the step with the largest objective above 0; of equals, one that restricts the fewest inputs.

    Ties that are left go to the first. None if there is no such step.
    """
    worth = [(objective(before, step.count), step) for step in steps]
    largest = max((gain for gain, _ in worth), default=0)
    if largest <= 0:
        return None
    return min((step for gain, step in worth if gain == largest), key=lambda step: step.bounds.restricted)
