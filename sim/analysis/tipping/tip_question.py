"""Which quantity is varied, between which ends, and what is asked of the outcomes."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from sim.analysis.tipping.target import Target, read_target, unknown_party
from sim.analysis.tipping.tip_search import Between
from sim.errors import InputError, Problem
from sim.scenario import Distribution, Factorial, Scenario
from sim.scenario.quantities import Number, quantities, unknown

STEPS = 1000
"""The tolerance is this part of the way between the ends, unless it is given."""


@dataclass(frozen=True)
class Question:
    """A question: at which value of a quantity the answer tips.

    Parameters
    ----------
    scenario
        What is played; its worlds and seed count.
    path
        The quantity that is varied.
    target
        What is asked of the outcomes.
    low, high
        The ends between which values are tried.
    tolerance
        How close to come.
    """

    scenario: Scenario
    path: str
    target: Target
    low: float
    high: float
    tolerance: float


def question(
    scenario: Scenario,
    path: str,
    target: str,
    between: str | Between | None = None,
    tolerance: float | None = None,
) -> Question:
    """Ask where a quantity tips the answer.

    Parameters
    ----------
    scenario, path, target
        As in `Question`; the target as `read_target` reads it.
    between
        The ends, as numbers or as a text ``LOW,HIGH``. If not given: 0 and 1 for probabilities and scores,
        otherwise the lowest and highest number that the quantity may be.
    tolerance
        How close to come; a thousandth of the way between the ends if not given.

    Raises
    ------
    InputError
        With everything that is wrong with the question.

    Examples
    --------
    >>> import sim
    >>> asked = question(sim.load("2025-08-21"), "parties.russia.no_deal.value", "agreed >= 0.5", "0.2,0.8")
    >>> asked.low, asked.high, round(asked.tolerance, 4)
    (0.2, 0.8, 0.0006)
    """
    problems: list[Problem] = []
    aim, ends = None, None
    try:
        aim = read_target(target)
        problems += unknown_party(aim, scenario)
    except InputError as error:
        problems += error.problems
    try:
        ends = _ends(scenario, path, between)
    except InputError as error:
        problems += error.problems
    problems += _steered(scenario, path)
    if tolerance is not None and not tolerance > 0:
        problems.append(Problem(f"the tolerance is {tolerance:g}, expected a number above 0"))
    if problems or aim is None or ends is None:
        raise InputError(problems)
    low, high = ends
    return Question(scenario, path, aim, low, high, tolerance or (high - low) / STEPS)


def _steered(scenario: Scenario, path: str) -> Iterator[Problem]:
    """Refuse a quantity whose draws something else speaks of: at a value that is tried nothing is drawn."""
    design = scenario.ensemble.design
    if any(path in one.between for one in scenario.correlate):
        yield Problem("it is correlated, and a value that is tried is not: take that away first", path)
    if isinstance(design, Factorial) and path in design.factorial:
        yield Problem("the factorial design has levels of it: take these away first", path)


def default_ends(scenario: Scenario, path: str) -> Between:
    """Return the ends between which to look for a tip if nobody says: the limits, or else the range.

    Raises
    ------
    InputError
        If the scenario has no such number, or it is certain and without limits.

    Examples
    --------
    >>> import sim
    >>> default_ends(sim.load("2025-08-21"), "parties.russia.red_lines.no-foreign-troops.firmness")
    (0.0, 1.0)
    """
    number, limits = _number(scenario, path)
    if math.isfinite(limits[1]):
        return limits
    low, high = number.bounds
    if low == high:
        expected = "expected the ends between which to look: --between LOW,HIGH"
        raise InputError([Problem(f"it is certain ({low:g}), {expected}", path)])
    return low, high


def _ends(scenario: Scenario, path: str, between: str | Between | None) -> Between:
    if between is None:
        return default_ends(scenario, path)
    _, (least, most) = _number(scenario, path)
    low, high = ends = _read(between)
    if problems := list(_wrong_ends(low, high, least, most)):
        raise InputError(problems)
    return ends


def _wrong_ends(low: float, high: float, least: float, most: float) -> Iterator[Problem]:
    if not low < high:
        yield Problem(f"the ends are {low:g} and {high:g}, expected the lower one first")
    for end in (low, high):
        if not least <= end <= most:
            limits = f"{least:g} to {most:g}" if math.isfinite(most) else f"{least:g} or more"
            yield Problem(f"an end is {end:g}, expected {limits}")


def _read(between: str | Between) -> Between:
    parts = between.split(",") if isinstance(between, str) else between
    try:
        low, high = map(float, parts)
    except (TypeError, ValueError):
        low = high = math.nan
    if not (math.isfinite(low) and math.isfinite(high)):
        raise InputError([Problem(f"the ends are {between!r}, expected two numbers: LOW,HIGH")])
    return low, high


def _number(scenario: Scenario, path: str) -> tuple[Distribution, Between]:
    """Return a number of the scenario, and the limits of what makes sense for it."""
    numbers = {name: one for name, one in quantities(scenario).items() if isinstance(one, Number)}
    if path not in numbers:
        raise InputError([Problem(unknown(path, numbers))])
    return numbers[path].distribution, _limits(path, whole=numbers[path].whole)


def _limits(path: str, *, whole: bool) -> Between:
    if ".preferences.weights." in path:
        return 0.0, math.inf
    if ".preferences.scores." in path or path.endswith((".firmness", ".chance")):
        return 0.0, 1.0
    return (1.0, math.inf) if whole else (-math.inf, math.inf)
