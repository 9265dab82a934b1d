"""Who stands in the way where no package is acceptable to all: the least that would have to give.

An obstacle is a held red line or a reservation value of a party whose consent a package needs. Every
package meets some; the packages that meet the fewest show the smallest sets that would have to give.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool

from sim.axes import HeldWords, PartyValues, Utilities
from sim.compatibility import Positions, bits


@dataclass(frozen=True)
class Obstacles:
    """Which obstacles belong to a smallest set whose giving way would open a package.

    `lines` has a column for each red line, `reservation_values` one for each party; rows are worlds.
    """

    lines: Bool[np.ndarray, "worlds lines"]
    reservation_values: Bool[np.ndarray, "worlds parties"]


def obstacles(
    positions: Positions, held: HeldWords, utilities: Utilities, reservation_values: PartyValues
) -> Obstacles:
    """Find, in each world, the obstacles met by the packages that meet the fewest.

    Where some package meets none (a ZOPA exists), nothing stands in the way.
    """
    blocked = positions.blocking & held[:, None, :]
    short = positions.consent & (utilities < reservation_values[:, :, None])
    met = bits.count(blocked) + short.sum(axis=1)
    met[:, ~positions.negotiable] = np.iinfo(met.dtype).max
    fewest = met == met.min(axis=1, keepdims=True)
    lines = np.bitwise_or.reduce(np.where(fewest[:, :, None], blocked, np.uint64(0)), axis=1)
    return Obstacles(
        lines=bits.unpack(lines, len(positions.lines)),
        reservation_values=(short & fewest[:, None, :]).any(axis=2),
    )
