"""How a batch of negotiations ended, as arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from jaxtyping import Int

from sim.axes import PartyValues, WorldPackages


@dataclass(frozen=True)
class Outcomes:
    """One row for each world, in order.

    Parameters
    ----------
    world
        Number of the world.
    package
        The package agreed, -1 for none.
    round
        The round of the end, counted from 1.
    ending
        The number of the `Ending`.
    utilities
        What each party is left with: the package's utility, or its reservation value in the last round.
    left_by
        The party that walked out, as its place; -1 for nobody.
    closest, acceptances
        The offer that came closest to agreement, -1 for none: among those acceptable in the last round to
        every party whose consent they need, and accepted by one of these besides their proposer, the one
        that most of these had accepted; and how many had, the proposer included.
    """

    world: Int[np.ndarray, "worlds"]
    package: WorldPackages
    round: Int[np.ndarray, "worlds"]
    ending: Int[np.ndarray, "worlds"]
    utilities: PartyValues
    left_by: Int[np.ndarray, "worlds"]
    closest: WorldPackages
    acceptances: Int[np.ndarray, "worlds"]

    def __len__(self) -> int:
        return len(self.world)


def joined(batches: Sequence[Outcomes]) -> Outcomes:
    """Put batches one after the other."""
    names = [field.name for field in fields(Outcomes)]
    return Outcomes(**{name: np.concatenate([getattr(batch, name) for batch in batches]) for name in names})
