"""How a batch of negotiations ended, as arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from jaxtyping import Bool, Int

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
    lines_in_the_way, reservation_values_in_the_way
        Where no package was acceptable to all: what belongs to a smallest set that would have to give.
    """

    world: Int[np.ndarray, "worlds"]
    package: WorldPackages
    round: Int[np.ndarray, "worlds"]
    ending: Int[np.ndarray, "worlds"]
    utilities: PartyValues
    lines_in_the_way: Bool[np.ndarray, "worlds lines"]
    reservation_values_in_the_way: Bool[np.ndarray, "worlds parties"]

    def __len__(self) -> int:
        return len(self.world)


def joined(batches: Sequence[Outcomes]) -> Outcomes:
    """Put batches one after the other."""
    names = [field.name for field in fields(Outcomes)]
    return Outcomes(**{name: np.concatenate([getattr(batch, name) for batch in batches]) for name in names})
