"""What the worlds of a run were drawn as: a column for each quantity that is uncertain."""

from __future__ import annotations

import pandas as pd

from sim.analysis.provenance import stamped
from sim.ensemble.run import Run
from sim.errors import InputError, Problem
from sim.worlds import draws, uncertain

TABLE = "table"
"""The owner of what belongs to no party."""

NOTHING = "no number and no event in this scenario is uncertain"
DICE = "what the order of speaking and dice do, sim sensitivity tells"


def inputs(run: Run, worlds: int | None = None) -> pd.DataFrame:
    """Return one row for each world, and a column for each quantity that may come out in more than one way.

    All worlds, or the first so many: a million of them with a hundred quantities take a gigabyte.

    Numbers are float64 (rounds whole), events such as ``...held`` are bool. Lots, from which dice are thrown,
    are left out: they have no meaning that a condition could speak of.

    Raises
    ------
    InputError
        If no world is asked for.

    Examples
    --------
    >>> import sim
    >>> drawn = inputs(sim.run("2025-08-21", worlds=20, seed=1))
    >>> len(drawn), str(drawn["parties.russia.red_lines.no-foreign-troops.held"].dtype)
    (20, 'bool')
    """
    names, count = uncertain(run.case), run.worlds if worlds is None else min(worlds, run.worlds)
    if count < 1:
        raise InputError([Problem(f"worlds is {worlds}, expected a whole number of 1 or more")])
    drawn = draws(run.case, names, run.seed, 0, count) if names else {}
    return stamped(pd.DataFrame(drawn, index=pd.RangeIndex(count, name="world")), run, worlds=count)


def owner(quantity: str) -> str:
    """Return the party that a quantity belongs to, or `table`.

    Examples
    --------
    >>> owner("parties.russia.no_deal.value"), owner("negotiation.luck")
    ('russia', 'table')
    """
    match quantity.split("."):
        case ["parties", party, *_]:
            return party
    return TABLE
