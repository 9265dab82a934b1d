"""Play a scenario in many worlds, batch by batch; how they are cut into batches changes nothing."""

from __future__ import annotations

from collections.abc import Callable

from sim.compatibility import positions
from sim.negotiation.model import Negotiation
from sim.negotiation.outcomes import Outcomes, joined
from sim.scenario import Scenario

BATCH_BYTES = 2**23
"""About how large the utilities of a batch may be: what stays in a processor's cache is played fastest."""

Progress = Callable[[int], None]
"""Told, after each batch, how many worlds it had."""


def play(
    scenario: Scenario, worlds: int, seed: int, batch: int | None = None, progress: Progress | None = None
) -> Outcomes:
    """Play worlds 0 .. `worlds - 1`, `batch` at a time.

    Examples
    --------
    >>> import sim
    >>> len(play(sim.load("2025-08-21"), worlds=20, seed=1, batch=7))
    20
    """
    public = positions(scenario)
    size = batch or batch_size(scenario)
    batches = []
    for first in range(0, worlds, size):
        model = Negotiation(scenario, min(size, worlds - first), first=first, rng=seed, public=public)
        batches.append(model.play())
        if progress is not None:
            progress(len(batches[-1]))
    return joined(batches)


def batch_size(scenario: Scenario) -> int:
    """Return how many worlds to play at once, from the size of their utilities."""
    bytes_each = 8 * len(scenario.parties) * scenario.space.size
    return max(1, BATCH_BYTES // bytes_each)
