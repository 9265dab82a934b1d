"""What drives a measure, and what works together: Sobol indices of a scenario, from worlds made for them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from sim.analysis.measure import demand_measure
from sim.analysis.measure_words import value_words
from sim.analysis.plain_rows import attributes, plain_rows
from sim.analysis.sensitivity.falling import falling
from sim.analysis.sensitivity.grouping import By, grouped, labelled
from sim.analysis.sensitivity.playing import idle, noted, played
from sim.analysis.sensitivity.sobol_indices import SobolIndices, sobol_indices
from sim.analysis.sensitivity.varying import demand_varying
from sim.ensemble.runner import Progress
from sim.scenario import Scenario
from sim.worlds.designs.saltelli import Saltelli

SAMPLES = 1024


@dataclass(frozen=True)
class Sobol:
    """Shares of a measure's variance.

    Parameters
    ----------
    table
        A row for each group, largest total first: `group`, `label`, then `first`, `total`, each with the ends
        of its 95% interval as `first_low` and so on: the share due to the group alone, and that in which it
        has a part; `note` says so where a group changed nothing in any pair of worlds, else it is empty.
    second
        A row for each pair, largest first: `group`, `other`, `second`, `second_low`, `second_high`: the share
        due to the two together, beyond what each does alone. None if it was not asked for.
    """

    table: pd.DataFrame
    second: pd.DataFrame | None

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values, for JSON."""
        pairs = None if self.second is None else plain_rows(self.second)
        return {**attributes(self.table), "groups": plain_rows(self.table), "second": pairs}


def sobol(
    case: Scenario,
    measure: str = "agreed",
    samples: int = SAMPLES,
    by: By = "party",
    *,
    second: bool = False,
    seed: int | None = None,
    batch: int | None = None,
    progress: Progress | None = None,
) -> Sobol:
    """Play worlds in pairs that differ in one group of quantities, and share out the measure's variance.

    The scenario's own design is set aside. It takes `samples` times (groups + 2) worlds; for second order,
    `samples` times (2 groups + 2).

    Parameters
    ----------
    measure
        See `sim.analysis.measure`.
    samples
        A power of 2.
    by
        `party`: a group for each party, one for the table if anything is drawn for it, and one for luck.
        `quantity`: each for itself. Or the group of each quantity by name; the others are the group `rest`.
    seed
        The scenario's own if it is not given.
    batch, progress
        How many worlds are played at once, which changes nothing; who is told how many have been played.

    Raises
    ------
    InputError
        If there is no such measure or way of grouping, if correlated quantities are not in one group, if
        `samples` is no power of 2, or if the measure is the same in all, or nearly all, worlds.

    Examples
    --------
    >>> import sim
    >>> found = sobol(sim.load("2025-08-21"), samples=128, seed=1)
    >>> found.table["group"][0], found.table.attrs["worlds"]
    ('ukraine', 1152)
    """
    demand_measure(measure, case)
    groups = grouped(case, by)
    seed = case.ensemble.seed if seed is None else seed
    design = Saltelli(seed, samples, tuple(groups.values()), second)
    outputs = played(case, design, measure, batch, progress)
    said = partial(value_words, measure, case=case)
    demand_varying(outputs, measure, least=1, said=said)
    demand_varying(outputs[:, [0, -1]], measure, said=said)
    indices = sobol_indices(outputs, second=second, seed=seed)
    changes = (outputs[:, 1 : len(groups) + 1] != outputs[:, :1]).any(axis=0)
    rows = labelled(case, list(groups), by).assign(**_columns(indices), note=idle(changes, design))
    table = noted(falling(rows, "total"), case, design, measure)
    pairs = noted(_pairs(list(groups), indices), case, design, measure) if second else None
    return Sobol(table, pairs)


def _columns(indices: SobolIndices) -> dict[str, np.ndarray]:
    return {f"{name}{end}": getattr(indices, f"{name}{end}") for name in ("first", "total") for end in _ENDS}


def _pairs(groups: list[str], indices: SobolIndices) -> pd.DataFrame:
    one, other = np.triu_indices(len(groups), 1)
    table = pd.DataFrame({
        "group": [groups[place] for place in one],
        "other": [groups[place] for place in other],
        **{f"second{end}": getattr(indices, f"second{end}") for end in _ENDS},
    })  # fmt: skip
    return falling(table, "second")


_ENDS = ("", "_low", "_high")
