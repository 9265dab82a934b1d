"""What packages and no deal are worth over the worlds of a run, and how often all accept a package."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool, Float, Int

from sim.analysis.last_round import LastRound, last_rounds
from sim.axes import PackageMask
from sim.ensemble.run import Run

MOST_WORLDS = 10_000
MOST_NUMBERS = 2**28
"""Worlds, and utilities, that are looked at: enough for a mean to two digits, in about a second."""


@dataclass(frozen=True)
class MeanWorlds:
    """Means over the first so many worlds of a run, as they stand in the last round.

    Parameters
    ----------
    worlds
        How many were looked at.
    negotiable
        Packages that somebody could sign.
    utilities
        Mean worth of each package to each party.
    zopa
        In how many worlds all whose consent it needs accept a package.
    reservation_values
        What no deal is worth to each party in each of the worlds.
    """

    worlds: int
    negotiable: PackageMask
    utilities: Float[np.ndarray, "parties packages"]
    zopa: Int[np.ndarray, "packages"]
    reservation_values: Float[np.ndarray, "worlds parties"]


def mean_worlds(run: Run, batch: int | None = None) -> MeanWorlds:
    """Look at the first worlds of a run, fewer of them the more packages there are; `batch` changes nothing.

    Examples
    --------
    >>> import sim
    >>> means = mean_worlds(sim.run("2025-08-21", worlds=50, seed=1))
    >>> means.worlds, int(means.zopa.max()), means.utilities.shape
    (50, 37, (6, 324))
    """
    parties, packages = len(run.case.parties), run.case.space.size
    worlds = min(run.worlds, MOST_WORLDS, max(1, MOST_NUMBERS // (parties * packages)))
    total, zopa = np.zeros((parties, packages)), np.zeros(packages, dtype=np.int64)
    reserved, negotiable = [], np.zeros(packages, dtype=bool)
    for part in last_rounds(run, worlds, batch):
        negotiable = part.public.negotiable
        zopa += np.count_nonzero(_zopa(part), axis=0)
        for worth in part.utilities:  # one world after the other: how they are cut into batches adds nothing
            total += worth
        reserved.append(part.reservation_values)
    return MeanWorlds(worlds, negotiable, total / worlds, zopa, np.concatenate(reserved))


def _zopa(part: LastRound) -> Bool[np.ndarray, "worlds packages"]:
    """Mark the packages that all whose consent they need accept."""
    marked = part.unblocked
    for party, asked in enumerate(part.public.consent):
        marked &= ~asked | (part.utilities[:, party] >= part.reservation_values[:, party, None])
    return marked
