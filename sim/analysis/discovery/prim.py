"""The patient rule induction method: boxes that hold what is of interest, smaller and smaller.

[FriedmanFisher1999]_; as [BryantLempert2010]_ use it to find the conditions under which something holds.
What these leave open is done as EMA Workbench does it [Kwakkel2017]_: see decision 32.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from sim.analysis.discovery.boxes import Boxes
from sim.analysis.discovery.columns import columns_of, marks_of
from sim.analysis.discovery.objectives import OBJECTIVES
from sim.analysis.discovery.pasting import paste_on
from sim.analysis.discovery.peeling import peel_off
from sim.errors import InputError, Problem, one_of


def prim(
    inputs: pd.DataFrame,
    of_interest: object,
    *,
    peel: float = 0.1,
    paste: float = 0.05,
    least_mass: float = 0.05,
    objective: str = "lenient1",
    covered: object = None,
) -> Boxes:
    """Find boxes that hold what is of interest: the first holds all worlds, each next one is denser.

    Parameters
    ----------
    inputs
        A row for each world. Columns of numbers are cut at their ends; of any other column (bool, text,
        categories) one category is dropped at a time.
    of_interest
        For each world 1 or True where it is of interest, else 0 or False.
    peel
        Share of a box that is cut off an end of a number at a time, above 0 and below 1.
    paste
        Share of the worlds that one end of a number alone keeps out that is given back at a time.
    least_mass
        Share of all worlds that a box has to have.
    objective
        What the next box is chosen by: lenient1, lenient2 or original.
    covered
        Worlds that are in a box already, and are left out; coverage and mass still are shares of all.

    Raises
    ------
    InputError
        With everything that is wrong with what was given.

    Examples
    --------
    >>> drawn = pd.DataFrame({"cost": np.arange(100.0), "held": np.arange(100) % 2 == 0})
    >>> found = prim(drawn, (drawn["cost"] < 50) & drawn["held"], least_mass=0.2)
    >>> found.table[["coverage", "density", "worlds"]].iloc[[0, 1, -1]].to_dict("list")
    {'coverage': [1.0, 1.0, 1.0], 'density': [0.25, 0.5, 1.0], 'worlds': [100, 50, 25]}
    >>> found[len(found) - 1].limits
    {'cost': Between(low=-inf, high=49.0), 'held': Among(kept=(True,))}
    """
    if problems := list(_wrong_settings(peel, paste, least_mass, objective)):
        raise InputError(problems)
    columns = columns_of(inputs)
    interest = marks_of("of_interest", of_interest, columns.worlds)
    among = np.ones(columns.worlds, dtype=bool)
    if covered is not None:
        among = ~marks_of("covered", covered, columns.worlds)
    if not (interest & among).any():
        raise InputError([Problem("no world is of interest, expected at least one that is not covered")])
    chosen_by = OBJECTIVES[objective]
    peeled = peel_off(
        columns, interest, among, peel=peel, least=least_mass * columns.worlds, objective=chosen_by
    )
    steps = list(peeled)
    steps += paste_on(columns, interest, among, steps[-1], paste=paste, objective=chosen_by)
    return Boxes(columns, interest, among, tuple(steps))


def _wrong_settings(peel: float, paste: float, least_mass: float, objective: str) -> Iterator[Problem]:
    for name, share in (("peel", peel), ("paste", paste), ("least_mass", least_mass)):
        if not 0 < share < 1:
            yield Problem(f"{name} is {share:g}, expected a share above 0 and below 1")
    if objective not in OBJECTIVES:
        yield Problem(one_of("objective", objective, OBJECTIVES))
