"""Where the answer to a yes-or-no question changes as one number grows: a grid, then bisection."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from sim.analysis.tipping.target import Measured, Target

GRID = 9
"""Values that are tried to begin with, both ends among them."""

Between = tuple[float, float]


@dataclass(frozen=True)
class Evaluation:
    """What was measured at one value, its 95% interval, and whether the target holds."""

    value: float
    measure: float
    low: float
    high: float
    holds: bool


@dataclass(frozen=True)
class Tip:
    """Where the answer changes.

    Parameters
    ----------
    value
        Midway between two values, no farther apart than the tolerance, with different answers.
    interval
        The values around it at which the 95% interval of the measure holds the target's number.
    cut
        Whether the interval goes on beyond the lower, and the upper, end of what was searched.
    """

    value: float
    interval: Between
    cut: tuple[bool, bool]


@dataclass
class Search:
    """Measures at one value after the other, each once, and looks for where the answer changes.

    Parameters
    ----------
    measure
        Measures at a value; the same worlds for each.
    target
        What is asked.
    low, high
        The ends of the search.
    tolerance
        How close to come.
    """

    measure: Callable[[float], Measured]
    target: Target
    low: float
    high: float
    tolerance: float
    _known: dict[float, Evaluation] = field(default_factory=dict)

    @property
    def evaluations(self) -> tuple[Evaluation, ...]:
        """What has been measured, by rising value."""
        return tuple(self._known[value] for value in sorted(self._known))

    @property
    def changes(self) -> tuple[Between, ...]:
        """Neighbouring values with different answers."""
        return tuple((a.value, b.value) for a, b in pairwise(self.evaluations) if a.holds != b.holds)

    def tip(self) -> Tip | None:
        """Find the first change on the grid, if there is one."""
        self._try_grid()
        if not self.changes:
            return None
        left, right = self._bisect(self._holds, *self.changes[0])
        below, above = self._reach(left, self.low), self._reach(right, self.high)
        cut = self._may_be_tip(below) and below == self.low, self._may_be_tip(above) and above == self.high
        return Tip((left + right) / 2, (below, above), cut)

    def _try_grid(self) -> None:
        """Begin with the ends: who named values that cannot be is told at once."""
        for value in (self.low, self.high, *np.linspace(self.low, self.high, GRID)[1:-1].tolist()):
            self._at(value)

    def _at(self, value: float) -> Evaluation:
        if value not in self._known:
            found = self.measure(value)
            self._known[value] = Evaluation(value, *found, holds=self.target.holds(found.mean))
        return self._known[value]

    def _holds(self, value: float) -> bool:
        return self._at(value).holds

    def _may_be_tip(self, value: float) -> bool:
        """Tell whether sampling error leaves open on which side of the target's number the measure is."""
        at = self._at(value)
        return not (self.target.number < at.low or self.target.number > at.high)

    def _reach(self, start: float, end: float) -> float:
        """Return how far from `start` towards `end` the interval goes on holding the target's number."""
        if not self._may_be_tip(start):
            return start
        inside = start
        for value in sorted(
            (v for v in self._known if (v - start) * (end - start) > 0), key=lambda v: abs(v - start)
        ):
            if not self._may_be_tip(value):
                return self._bisect(self._may_be_tip, inside, value)[1]
            inside = value
        return end

    def _bisect(self, is_so: Callable[[float], bool], one: float, other: float) -> Between:
        """Close in on where an answer changes between two values that have different ones."""
        answer = is_so(one)
        while abs(other - one) > self.tolerance:
            middle = (one + other) / 2
            if middle in {one, other}:  # no number lies between them
                break
            one, other = (middle, other) if is_so(middle) == answer else (one, middle)
        return one, other
