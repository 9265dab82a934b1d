"""What each party gains or loses from one run to another; parties are never compared with each other."""

from __future__ import annotations

import numpy as np
import pandas as pd

from sim.analysis.paired_intervals import SAME, mean_with_interval
from sim.ensemble.run import Run
from sim.scenario import Scenario
from sim.scenario.correlation import groups
from sim.scenario.ordering import ordered_utility

COLUMNS = "party name difference low high better worse equal same_preferences"


def party_changes(a: Run, b: Run) -> pd.DataFrame:
    """Compare what each party of both runs is left with, world by world.

    Columns: `party`, `name`; `difference` (mean over the worlds of b - a), `low`, `high`; `better`, `worse`,
    `equal` (shares of the worlds); `same_preferences` (False if what packages or no deal are worth to it is
    assumed differently in the two: then its utilities are not on one scale).

    Examples
    --------
    >>> import sim
    >>> run = sim.run("2025-08-21", worlds=20, seed=1)
    >>> party_changes(run, run)["equal"].tolist()
    [1.0, 1.0, 1.0, 1.0, 1.0, 1.0]
    """
    return pd.DataFrame(
        [_row(name, a, b) for name in a.case.parties if name in b.case.parties],
        columns=[
            "party",
            "name",
            "difference",
            "low",
            "high",
            "better",
            "worse",
            "equal",
            "same_preferences",
        ],
    )


def parties_apart(a: Run, b: Run) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Name the parties that only the first run, and only the second, has."""
    one, other = a.case.parties, b.case.parties
    return tuple(p for p in one if p not in other), tuple(p for p in other if p not in one)


def _row(name: str, a: Run, b: Run) -> dict[str, object]:
    column = f"utility_{name}"
    before, after = (run.frame([column])[column].to_numpy(float) for run in (a, b))
    differences = after - before
    mean, low, high = mean_with_interval(differences)
    better, worse = float(np.mean(differences > SAME)), float(np.mean(differences < -SAME))
    return {
        "party": name,
        "name": a.case.parties[name].name,
        "difference": mean,
        "low": low,
        "high": high,
        "better": better,
        "worse": worse,
        "equal": float(np.mean(np.abs(differences) <= SAME)),
        "same_preferences": _worth(name, a.case) == _worth(name, b.case),
    }


def _worth(name: str, case: Scenario) -> tuple[object, ...]:
    """Return what decides on a party's utilities in a world: the reasons given for it may differ."""
    wants, no_deal = case.parties[name].preferences, case.parties[name].no_deal
    order = ordered_utility(case, name)
    told = dict(wants.weights), dict(wants.scores), None if order is None else order.tolist()
    return *told, no_deal.value, no_deal.drift, _ranks(name, case)


def _ranks(name: str, case: Scenario) -> set[tuple[frozenset[str], float]]:
    """Return the correlations that have a say in the draws of its utilities."""
    own = (f"parties.{name}.preferences.", f"parties.{name}.no_deal.")
    together = {
        path for group in groups(case.correlate) if any(p.startswith(own) for p in group) for path in group
    }
    return {(frozenset(one.between), one.rank) for one in case.correlate if one.between[0] in together}
