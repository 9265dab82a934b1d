"""What is asked of the outcomes when one looks for a tipping point: ``agreed >= 0.5``."""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from sim.analysis.intervals import wilson
from sim.analysis.measure import is_share, measured_outcomes, wrong_measure
from sim.analysis.paired_intervals import mean_with_interval
from sim.errors import InputError, Problem
from sim.negotiation.outcomes import Outcomes
from sim.scenario import Scenario

RELATIONS: Mapping[str, Callable[[float, float], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}

_FORM = re.compile(r"\s*([^<>=]*?)\s*(>=|<=|>|<)\s*([^<>=]*?)\s*")


class Measured(NamedTuple):
    """What was measured over the worlds, and its 95% interval; its ends are NaN if they are not known."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True)
class Target:
    """A measure of the outcomes, and the number it is compared with.

    Parameters
    ----------
    measure
        An ending in small letters: its share of the worlds. `round`: the mean round of the end.
        `utility.PARTY`: the mean of what a party is left with.
    relation
        One of ``>= > <= <``.
    number
        What the measure is compared with.
    """

    measure: str
    relation: str
    number: float

    def __str__(self) -> str:
        return f"{self.measure} {self.relation} {self.number:g}"

    @property
    def is_share(self) -> bool:
        """Whether the measure is a share of the worlds."""
        return is_share(self.measure)

    def holds(self, mean: float) -> bool:
        """Tell whether a measure of this size is what the target asks for."""
        return RELATIONS[self.relation](mean, self.number)


def read_target(text: str) -> Target:
    """Read a target as people write it.

    Raises
    ------
    InputError
        With everything that is wrong with it.

    Examples
    --------
    >>> read_target("agreed >= 0.5")
    Target(measure='agreed', relation='>=', number=0.5)
    """
    match = _FORM.fullmatch(text)
    if match is None:
        expected = "expected a measure, a relation and a number, such as 'agreed >= 0.5'"
        raise InputError([Problem(f"the target is {text!r}, {expected}")])
    measure, relation, number = match.groups()
    if problems := [*_in_target(wrong_measure(measure)), *_wrong_number(measure, number)]:
        raise InputError(problems)
    return Target(measure, relation, float(number))


def unknown_party(target: Target, case: Scenario) -> Iterator[Problem]:
    """Find out whether a target is about a party that the scenario does not have."""
    return _in_target(wrong_measure(target.measure, case))


def measure_of(target: Target, case: Scenario, outcomes: Outcomes) -> Measured:
    """Measure outcomes, with the 95% interval: Wilson's of shares, Student's of means.

    Examples
    --------
    >>> import sim
    >>> from sim.ensemble.runner import play
    >>> august = sim.load("2025-08-21")
    >>> measure_of(read_target("agreed >= 0.5"), august, play(august, worlds=20, seed=1)).mean
    0.7
    """
    values = measured_outcomes(target.measure, case, outcomes)
    if not target.is_share:
        return Measured(*mean_with_interval(values))
    low, high = wilson(np.array([values.sum()]), len(outcomes))
    return Measured(float(values.mean()), float(low[0]), float(high[0]))


def _in_target(problems: Iterator[Problem]) -> Iterator[Problem]:
    return (Problem(f"in the target, {problem.message}") for problem in problems)


def _wrong_number(measure: str, written: str) -> Iterator[Problem]:
    try:
        number = float(written)
    except ValueError:
        number = math.nan
    if not math.isfinite(number) or (is_share(measure) and not 0 <= number <= 1):
        expected = "a share of the worlds from 0 to 1" if is_share(measure) else "a number"
        yield Problem(
            f"in the target, {measure or 'the measure'} is compared with {written!r}, expected {expected}"
        )
