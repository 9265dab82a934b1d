"""The worlds of a scenario drawn once more, batch by batch: runs do not store what packages were worth."""

from __future__ import annotations

from collections.abc import Iterator

from sim.ensemble.runner import batch_size
from sim.scenario import Scenario
from sim.worlds import Worlds, draw


def drawn_again(case: Scenario, seed: int, worlds: int, batch: int | None = None) -> Iterator[Worlds]:
    """Draw the first so many worlds of a scenario; how they are cut into batches changes nothing.

    Examples
    --------
    >>> import sim
    >>> [len(some) for some in drawn_again(sim.load("2025-08-21"), seed=1, worlds=20, batch=8)]
    [8, 8, 4]
    """
    size = batch or batch_size(case)
    for first in range(0, worlds, size):
        yield draw(case, seed, first, min(size, worlds - first))
