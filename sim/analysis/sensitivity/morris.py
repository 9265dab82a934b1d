"""Which quantities matter at all: screening of a scenario by steps of one group at a time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd

from sim.analysis.measure import demand_measure
from sim.analysis.measure_words import value_words
from sim.analysis.plain_rows import attributes, plain_rows
from sim.analysis.sensitivity.elementary_effects import LEAST_TRAJECTORIES, elementary_effects
from sim.analysis.sensitivity.falling import falling
from sim.analysis.sensitivity.grouping import By, grouped, labelled
from sim.analysis.sensitivity.playing import idle, noted, played
from sim.analysis.sensitivity.varying import demand_varying
from sim.ensemble.runner import Progress
from sim.errors import InputError, Problem
from sim.scenario import Scenario
from sim.worlds.designs.trajectories import STEP, Trajectories

SAMPLES = 100


@dataclass(frozen=True)
class Morris:
    """Sizes of steps.

    Parameters
    ----------
    table
        A row for each group, largest first: `group`, `label`, `mu_star` with the ends `mu_star_low` and
        `mu_star_high` of its 95% interval: how much a step changes the measure, up or down, per range of
        the quantity. If each quantity is its own group, also `mu`, with the sign, and `sigma`. `note` says so
        where a group changed nothing in any pair of worlds, and is empty elsewhere.
    """

    table: pd.DataFrame

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values, for JSON."""
        return {**attributes(self.table), "groups": plain_rows(self.table)}


def morris(
    case: Scenario,
    measure: str = "agreed",
    samples: int = SAMPLES,
    by: By = "quantity",
    *,
    levels: int | None = None,
    seed: int | None = None,
    batch: int | None = None,
    progress: Progress | None = None,
) -> Morris:
    """Play worlds along paths on which one group of quantities moves at a time, by half of its range.

    The scenario's own design is set aside. It takes `samples` times (groups + 1) worlds.

    Parameters
    ----------
    measure
        See `sim.analysis.measure`.
    samples
        How many paths, at least 2.
    by
        `quantity`, `party`, or the group of each quantity by name, as for `sobol`.
    levels
        An even number: quantities then take the middles of so many equal parts of their range. A red line
        whose firmness is nearer to 0 or 1 than the outermost of these never changes, so any number is taken
        unless it is asked otherwise.
    seed
        The scenario's own if it is not given.
    batch, progress
        How many worlds are played at once, which changes nothing; who is told how many have been played.

    Raises
    ------
    InputError
        If there is no such measure or way of grouping, if correlated quantities are not in one group, if
        there are fewer than two paths, if `levels` is not even, or if the measure is the same in all worlds.

    Examples
    --------
    >>> import sim
    >>> found = morris(sim.load("2025-08-21"), samples=10, seed=1)
    >>> found.table["group"][0], found.table.attrs["worlds"]
    ('parties.ukraine.no_deal.value', 1200)
    """
    demand_measure(measure, case)
    groups = grouped(case, by)
    seed = case.ensemble.seed if seed is None else seed
    design = Trajectories(seed, samples, tuple(groups.values()), levels)
    if samples < LEAST_TRAJECTORIES:
        raise InputError([Problem(f"{samples} samples, expected at least {LEAST_TRAJECTORIES}")])
    outputs = played(case, design, measure, batch, progress)
    said = partial(value_words, measure, case=case)
    demand_varying(outputs, measure, least=1, said=said)
    alone = all(len(names) == 1 for names in groups.values())
    rising = design.rising() if alone else None
    effects = elementary_effects(outputs, design.moves(), STEP, rising, seed=seed)
    columns = {name: column for name, column in vars(effects).items() if column is not None}
    rows = labelled(case, list(groups), by).assign(**columns, note=idle(effects.mu_star > 0, design))
    return Morris(noted(falling(rows, "mu_star"), case, design, measure))
