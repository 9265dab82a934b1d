"""Who stands in the way where no package is acceptable to all: the least that would have to give.

An obstacle is a held red line or a reservation value of a party whose consent a package needs. Every
package meets some. The inclusion-minimal sets among those met are the least that would have to give way
for some package to be acceptable to all: the world's minimal correction sets [Liffiton2016]_.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool, Int, UInt64

from sim.axes import HeldWords, PartyValues, Utilities
from sim.compatibility import Positions, bits
from sim.compatibility.minimal_sets import Lines
from sim.negotiation.diagnosis._antichain import minimal_obstacles

MOST = 32
"""How many sets are kept for a world: its smallest."""


@dataclass(frozen=True)
class Obstacles:
    """The minimal sets of obstacles in each world without a ZOPA, one row for each set.

    Parameters
    ----------
    world
        Number of the world that a set belongs to; the sets of a world stand together, smallest first,
        then by their members.
    words
        The members: one bit for each red line, and after them one for each party's reservation value.
    cut
        Numbers of the worlds that have more sets than were kept.
    """

    world: Int[np.ndarray, "sets"]
    words: UInt64[np.ndarray, "sets words"]
    cut: Int[np.ndarray, "worlds_cut"]

    def __len__(self) -> int:
        return len(self.world)

    def of(self, world: int) -> list[Lines]:
        """Return the sets of one world, as places of obstacles.

        Examples
        --------
        >>> words = np.array([[0b001], [0b110]], dtype=np.uint64)
        >>> Obstacles(np.array([5, 5]), words, np.array([], dtype=int)).of(5)
        [frozenset({0}), frozenset({1, 2})]
        """
        members = bits.unpack(self.words[self.world == world], self.words.shape[1] * bits.WORD)
        return [frozenset(np.flatnonzero(row).tolist()) for row in members]


def obstacles(
    positions: Positions,
    world: Int[np.ndarray, "worlds"],
    held: HeldWords,
    utilities: Utilities,
    reservation_values: PartyValues,
    *,
    most: int = MOST,
) -> Obstacles:
    """Find the minimal sets of obstacles in each world; where a ZOPA exists there are none.

    Parameters
    ----------
    positions
        The public side of the scenario.
    world
        The worlds' numbers.
    held, utilities, reservation_values
        What holds in the last round.
    most
        How many sets are kept for a world.
    """
    lines, parties = len(positions.lines), len(positions.parties)
    found = np.zeros((len(world), most, bits.words_for(lines + parties)), dtype=np.uint64)
    counts = minimal_obstacles(
        positions.blocking, positions.consent, positions.negotiable, lines,
        held, utilities, reservation_values, found,
    )  # fmt: skip
    kept = _filled(counts, most)
    return Obstacles(
        world=np.repeat(world, np.minimum(counts, most)), words=found[kept], cut=world[counts > most]
    )


def joined(batches: Sequence[Obstacles]) -> Obstacles:
    """Put the sets of several batches one after the other."""
    return Obstacles(
        world=np.concatenate([batch.world for batch in batches]),
        words=np.concatenate([batch.words for batch in batches]),
        cut=np.concatenate([batch.cut for batch in batches]),
    )


def _filled(counts: Int[np.ndarray, "worlds"], most: int) -> Bool[np.ndarray, "worlds most"]:
    return np.arange(most) < counts[:, None]
