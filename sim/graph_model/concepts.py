"""The stability concepts by name, and who they leave in peace: equilibria."""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool

from sim.graph_model.gmr import gmr
from sim.graph_model.nash import nash
from sim.graph_model.seq import seq
from sim.graph_model.smr import smr

CONCEPTS = {"nash": nash, "gmr": gmr, "smr": smr, "seq": seq}
"""Each takes moves, preferences and the sanction convention; it marks what is stable for each party."""


def equilibria(
    stable: Bool[np.ndarray, "*worlds parties packages"],
) -> Bool[np.ndarray, "*worlds packages"]:
    """Mark the packages that are stable for every party.

    Examples
    --------
    >>> equilibria(np.array([[True, True, False], [False, True, True]]))
    array([False,  True, False])
    """
    return np.asarray(stable.all(axis=-2))
