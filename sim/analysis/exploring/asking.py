"""Whether a scenario can be explored as is asked: found out before its run is played."""

from __future__ import annotations

from collections.abc import Mapping

from sim.analysis.baselines.influence import wrong_influence
from sim.analysis.discovery.discover import wrong_threshold
from sim.analysis.measure import wrong_measure
from sim.errors import InputError
from sim.scenario import Scenario


def demand_answerable(
    case: Scenario, measure: str, threshold: float | None, influence: Mapping[str, float]
) -> None:
    """Refuse what a scenario does not have, or what makes no sense; no threshold is the mean.

    Raises
    ------
    InputError
        With everything that is wrong.

    Examples
    --------
    >>> import sim
    >>> demand_answerable(sim.load("2025-08-21"), "agreed", None, {"us": 2.0})
    """
    problems = list(wrong_measure(measure, case))
    if not problems and threshold is not None:
        problems += wrong_threshold(measure, threshold)
    if problems := [*problems, *wrong_influence(case, influence)]:
        raise InputError(problems)
