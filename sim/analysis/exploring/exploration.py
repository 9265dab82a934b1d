"""One look at a run from all sides: what the answer is, how good, how robust, and what it hangs on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from sim.analysis.acceptability import acceptability, too_many
from sim.analysis.acceptability.package_acceptability import package_acceptability
from sim.analysis.baselines.baselines import baselines
from sim.analysis.discovery.discover import discover
from sim.analysis.exploring.answer import answer
from sim.analysis.exploring.asking import demand_answerable
from sim.analysis.exploring.conditions import conditions
from sim.analysis.exploring.drivers import drivers
from sim.analysis.exploring.finding import Finding
from sim.analysis.exploring.landed import landed
from sim.analysis.exploring.rules_of_thumb import rules_of_thumb
from sim.analysis.exploring.shortlisted import not_ranked, shortlisted
from sim.analysis.landing import landing
from sim.analysis.measure import is_share, measured_run
from sim.analysis.plane import utility_plane
from sim.analysis.provenance import origin
from sim.analysis.sensitivity.given_data import sensitivity
from sim.ensemble.run import Run
from sim.errors import InputError
from sim.scenario.words import capitalised

Tables = dict[str, pd.DataFrame]
Step = Callable[[], tuple[Finding, Tables]]

ABOUT = ("answer", "landing", "shortlist", "drivers", "conditions", "baselines")
"""What is looked at, in this order."""

MOST_WORLDS = 100_000
"""Worlds from whose draws drivers and conditions are worked out: memory holds every quantity of each."""


@dataclass(frozen=True)
class Exploration:
    """What a run says of one measure, in sentences and tables.

    Parameters
    ----------
    run, measure, threshold, influence
        What was looked at, and how.
    findings
        One sentence about each of `ABOUT`, with its numbers. What cannot be asked says why.
    tables
        The tables behind them, by name.
    """

    run: Run
    measure: str
    threshold: float | None
    influence: Mapping[str, float]
    findings: tuple[Finding, ...]
    tables: Mapping[str, pd.DataFrame]

    @property
    def sentences(self) -> tuple[str, ...]:
        """The sentences alone."""
        return tuple(finding.text for finding in self.findings)

    def as_dict(self) -> dict[str, Any]:
        """Return the sentences and their numbers as plain values, for JSON; tables by name and columns."""
        run = self.run
        return {
            **origin(run),
            "measure": self.measure,
            "threshold": self.threshold,
            "influence": dict(self.influence),
            "findings": [finding.as_dict() for finding in self.findings],
            "tables": {name: list(table.columns) for name, table in self.tables.items()},
        }


def explore(
    run: Run,
    measure: str = "agreed",
    *,
    threshold: float | None = None,
    influence: Mapping[str, float] | None = None,
    progress: Callable[[int], None] | None = None,
) -> Exploration:
    """Look at a run from all sides.

    Parameters
    ----------
    measure
        What is asked: an ending in small letters, `round` or `utility.PARTY`.
    threshold
        Of a round or a utility: from where on a world is of interest to scenario discovery; its mean if it
        is not given.
    influence
        Weights of parties in the baselines, 1 for those not named.
    progress
        Told of each of the steps `ABOUT` that is done.

    Raises
    ------
    InputError
        If there is no such measure, or something else that was given makes no sense.

    Examples
    --------
    >>> import sim
    >>> found = explore(sim.run("2025-08-21", worlds=200, seed=1))
    >>> [finding.about for finding in found.findings]
    ['answer', 'landing', 'shortlist', 'drivers', 'conditions', 'baselines']
    """
    demand_answerable(run.case, measure, threshold, influence or {})
    if threshold is None and not is_share(measure):
        threshold = float(measured_run(measure, run).mean())
    findings: list[Finding] = []
    tables: Tables = {}
    for finding, more in _steps(run, measure, threshold, influence or {}):
        findings.append(finding)
        tables |= more
        if progress is not None:
            progress(1)
    return Exploration(run, measure, threshold, influence or {}, tuple(findings), tables)


def _steps(
    run: Run, measure: str, threshold: float | None, influence: Mapping[str, float]
) -> Iterator[tuple[Finding, Tables]]:
    yield answer(run, measure), {}
    points = landing(run)
    yield (
        landed(points, run.case),
        {
            "solution_points": points.concepts,
            "solution_points_by_party": points.parties,
            "solution_picks": points.picks,
            "utility_plane": utility_plane(run, points.picks),
        },
    )
    yield _or_reason("shortlist", lambda: _shortlist(run))
    yield _or_reason("drivers", lambda: _drivers(run, measure))
    yield _or_reason("conditions", lambda: _conditions(run, measure, threshold))
    yield _or_reason("baselines", lambda: _baselines(run, influence))


def _of_first(finding: Finding, run: Run) -> Finding:
    """Say so where not all worlds were looked at."""
    if run.worlds <= MOST_WORLDS:
        return finding
    return replace(finding, text=f"In the first {MOST_WORLDS:,} worlds: {finding.text}")


def _or_reason(about: str, step: Step) -> tuple[Finding, Tables]:
    """Take a step, or say why it cannot be taken: of a run in which nothing varies, say."""
    try:
        return step()
    except InputError as error:
        reasons = "; ".join(problem.message for problem in error.problems)
        return Finding(about, f"{capitalised(reasons)}.", {}), {}


def _shortlist(run: Run) -> tuple[Finding, Tables]:
    if too_many(run.case):
        return not_ranked(run.case), {}
    found = acceptability(run)
    return shortlisted(found, run), {
        "acceptability": found.packages,
        "package_acceptability": package_acceptability(found, run.case),
        "acceptability_of_coalitions": found.coalitions,
        "ranks": found.ranks,
        "central_weights": found.central_weights,
        "shortlist": found.shortlist,
        "regret": found.regret,
    }


def _drivers(run: Run, measure: str) -> tuple[Finding, Tables]:
    found = sensitivity(run, measure, worlds=MOST_WORLDS)
    return _of_first(drivers(found, run.case), run), {
        "sensitivity": found.table,
        "sensitivity_by_party": found.by_party,
    }


def _conditions(run: Run, measure: str, threshold: float | None) -> tuple[Finding, Tables]:
    found = discover(run, measure, threshold, worlds=MOST_WORLDS)
    tables = {"boxes": found.table, "box_limits": found.limits, "box_conditions": found.conditions}
    return _of_first(conditions(found), run), tables


def _baselines(run: Run, influence: Mapping[str, float]) -> tuple[Finding, Tables]:
    found = baselines(run, influence)
    return rules_of_thumb(found), {
        "baselines_by_issue": found.issues,
        "baselines_by_package": found.packages,
        "baselines_overlap": found.overlap,
    }
