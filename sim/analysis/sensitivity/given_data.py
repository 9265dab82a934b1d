"""What drives a measure in a run that was played anyway: no new worlds are needed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np
import pandas as pd

from sim.analysis.inputs import DICE, NOTHING, inputs, owner
from sim.analysis.measure import measured_run
from sim.analysis.measure_words import measure_words, value_words
from sim.analysis.provenance import stamped
from sim.analysis.quantity_words import quantity_words
from sim.analysis.sensitivity.explained import explained, explained_by_chance
from sim.analysis.sensitivity.falling import falling
from sim.analysis.sensitivity.pawn import DUMMIES, pawn
from sim.analysis.sensitivity.rank_correlation import rank_correlation
from sim.analysis.sensitivity.slicing import SLICES
from sim.analysis.sensitivity.varying import demand_varying, is_constant
from sim.ensemble.run import Run
from sim.errors import InputError, Problem


@dataclass(frozen=True)
class Sensitivity:
    """What drives a measure.

    Parameters
    ----------
    table
        A row for each uncertain quantity: `quantity`, `label`, `party` (or `table`); then

        - `explained`, `explained_low`, `explained_high`: the share of the measure's variance that it explains
          alone, with its 95% interval; by chance it may be below 0;
        - `chance`: the largest share that any of the dummies explains, which do nothing;
        - `named`: whether it explains more than that: sentences and pictures name these, and no others;
        - `rank`, `rank_low`, `rank_high`: its rank correlation with the measure, -1 to 1;
        - `pawn_median`, `pawn_max`: the distance between the measure's distribution in slices of worlds where
          the quantity is alike, and in all worlds, 0 to 1, over the slices;
        - `noise`, `above`: the largest `pawn_max` that dummies reach by chance, and whether it is exceeded;
        - `note`: why there are no figures, if there are none; empty otherwise.

        Those `named` come first, then the others, by falling `explained`; those without figures last.
        `attrs["about"]` says in words what the measure tells of a world.
    by_party
        A row for each party, largest first: `party`, `label`, `quantities`, how many there are, `named` and
        `above`, how many of these are so, `explained`, the sum of their shares, `largest`, the first of its
        quantities in the table. If no quantities are correlated, the sum is what they explain one by one.
    """

    table: pd.DataFrame
    by_party: pd.DataFrame


def sensitivity(
    run: Run,
    measure: str = "agreed",
    *,
    worlds: int | None = None,
    slices: int = SLICES,
    dummies: int = DUMMIES,
    seed: int = 0,
) -> Sensitivity:
    """Find out which uncertain quantities drive a measure, from the worlds of a run.

    Parameters
    ----------
    measure
        See `sim.analysis.measure`.
    worlds
        The first so many worlds of the run, all if it is not given.
    slices
        Into how many slices worlds are cut by a quantity; see `sim.analysis.sensitivity.slicing`.
    dummies, seed
        How many quantities that do nothing are made up, and the seed they are drawn from.

    Raises
    ------
    InputError
        If there is no such measure, nothing is uncertain, or the measure is the same in all worlds, or in all
        but a few.

    Examples
    --------
    >>> import sim
    >>> found = sensitivity(sim.run("2025-08-21", worlds=500, seed=1))
    >>> found.table["label"][0], found.by_party["party"][0]
    ('what no deal is worth to Ukraine', 'ukraine')
    """
    drawn = inputs(run, worlds)
    outputs = measured_run(measure, run)[: len(drawn)]
    if drawn.empty:
        raise InputError([Problem(f"{NOTHING}; {DICE}")])
    demand_varying(outputs, measure, said=partial(value_words, measure, case=run.case))
    names = [str(name) for name in drawn]
    varies = [name for name in names if not is_constant(drawn[name].to_numpy(float))]
    figures = _figures(drawn[varies].to_numpy(float), outputs, slices, dummies, seed)
    figures.insert(0, "quantity", varies)
    table = pd.DataFrame({"quantity": names}).merge(figures, on="quantity", how="left")
    table.insert(1, "label", [quantity_words(name, run.case) for name in names])
    table.insert(2, "party", [owner(name) for name in names])
    for told in ("named", "above"):
        table[told] = table[told].eq(other=True)
    same = f"the same in all {len(drawn):,} worlds"
    table["note"] = np.where(table["quantity"].isin(varies), "", same)
    table = falling(table, "named", "explained")
    noted = {"measure": measure, "about": measure_words(measure, run.case), "worlds": len(drawn)}
    return Sensitivity(stamped(table, run, **noted), stamped(_by_party(table, run), run, **noted))


def _figures(drawn: np.ndarray, outputs: np.ndarray, slices: int, dummies: int, seed: int) -> pd.DataFrame:
    alone, ranks = explained(drawn, outputs, slices=slices), rank_correlation(drawn, outputs)
    apart = pawn(drawn, outputs, slices=slices, dummies=dummies, seed=seed)
    by_chance = explained_by_chance(drawn, outputs, slices=slices, dummies=dummies, seed=seed)
    return pd.DataFrame({
        "explained": alone.share,
        "explained_low": alone.low,
        "explained_high": alone.high,
        "chance": by_chance,
        "named": alone.share > by_chance,
        "rank": ranks.rank,
        "rank_low": ranks.low,
        "rank_high": ranks.high,
        "pawn_median": apart.median,
        "pawn_max": apart.max,
        "noise": apart.noise_max,
        "above": apart.above,
    })  # fmt: skip


def _by_party(table: pd.DataFrame, run: Run) -> pd.DataFrame:
    parties = table.groupby("party", sort=False)
    told = {party: given.name for party, given in run.case.parties.items()}
    found = pd.DataFrame({
        "quantities": parties.size(),
        "named": parties["named"].sum(),
        "above": parties["above"].sum(),
        "explained": parties["explained"].sum(),
        "largest": parties["quantity"].first(),
    }).reset_index()  # fmt: skip
    found.insert(1, "label", found["party"].map(lambda party: told.get(party, "the table")))
    return falling(found, "explained")
