"""Worlds as they stand in the last round, drawn once more: a run does not store what packages were worth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool

from sim.analysis.drawn_again import drawn_again
from sim.axes import HeldWords, PartyValues, Utilities
from sim.compatibility import Positions, positions
from sim.ensemble.run import Run


@dataclass(frozen=True)
class LastRound:
    """A batch of worlds in the last round: what could be signed then, if anything could.

    Parameters
    ----------
    first
        Number of the first world.
    public
        The public side of the scenario.
    utilities, reservation_values
        What packages, and no deal, are worth to each party.
    held
        The red lines that are held.
    """

    first: int
    public: Positions
    utilities: Utilities
    reservation_values: PartyValues
    held: HeldWords

    def __len__(self) -> int:
        return len(self.utilities)

    @property
    def unblocked(self) -> Bool[np.ndarray, "worlds packages"]:
        """Packages that somebody has to sign, and no held line of anybody who has to stands against."""
        marked = np.repeat(self.public.negotiable[None], len(self), axis=0)
        for word in range(self.held.shape[1]):
            marked &= (self.held[:, word, None] & self.public.blocking[:, word]) == 0
        return marked


def last_rounds(run: Run, worlds: int | None = None, batch: int | None = None) -> Iterator[LastRound]:
    """Draw the first so many worlds of a run, all of them if no number is given, batch by batch.

    Examples
    --------
    >>> import sim
    >>> [len(part) for part in last_rounds(sim.run("2025-08-21", worlds=20, seed=1), batch=8)]
    [8, 8, 4]
    """
    public, rounds = positions(run.case), run.case.negotiation.rounds
    count = run.worlds if worlds is None else worlds
    for drawn in drawn_again(run.case, run.seed, count, batch):
        least, held = drawn.reservation_values_at(rounds), drawn.held_at(rounds)
        yield LastRound(drawn.first, public, drawn.utilities, least, held)
