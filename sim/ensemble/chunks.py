"""The worlds of a run in chunks: each is played in one piece and kept in one file.

How large chunks are depends on the scenario alone, so that the files of a run are the same whoever
played it, in whatever batches, on however many workers.
"""

from __future__ import annotations

from dataclasses import dataclass

from sim.ensemble.sizes import bytes_each
from sim.scenario import Scenario

MOST = 2_500
"""Worlds of a chunk, at most."""

LEAST = 50
"""Worlds of a chunk, unless the run has fewer."""

CHUNK_BYTES = 2**31
"""About how many bytes of utilities a chunk may look at, so that it takes seconds and not minutes."""


@dataclass(frozen=True)
class Chunk:
    """Worlds `first` .. `first + worlds - 1`; `index` counts the chunks of a run from 0."""

    index: int
    first: int
    worlds: int


def chunks(scenario: Scenario) -> tuple[Chunk, ...]:
    """Cut all worlds of a scenario into chunks.

    Examples
    --------
    >>> import sim
    >>> [chunk.worlds for chunk in chunks(sim.load("2025-08-21"))]
    [2500, 2500, 2500, 2500]
    """
    worlds, size = scenario.ensemble.worlds, chunk_size(scenario)
    starts = range(0, worlds, size)
    return tuple(Chunk(index, first, min(size, worlds - first)) for index, first in enumerate(starts))


def chunk_size(scenario: Scenario) -> int:
    """Return how many worlds a chunk has."""
    return min(MOST, max(LEAST, CHUNK_BYTES // bytes_each(scenario)))
