"""Play a scenario in many worlds, batch by batch; how they are cut into batches changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sim.compatibility import Positions, positions
from sim.negotiation.diagnosis.diagnose import Diagnosing, Diagnosis
from sim.negotiation.model import Negotiation
from sim.negotiation.outcomes import Outcomes, joined
from sim.scenario import Scenario

BATCH_BYTES = 2**25
"""About how large the utilities of a batch may be: what stays in a processor's cache is played fastest."""

Progress = Callable[[int], None]
"""Told, after each batch, how many worlds it had."""


def play(
    scenario: Scenario, worlds: int, seed: int, batch: int | None = None, progress: Progress | None = None
) -> Outcomes:
    """Play worlds 0 .. `worlds - 1`, `batch` at a time, and ask no further.

    Examples
    --------
    >>> import sim
    >>> len(play(sim.load("2025-08-21"), worlds=20, seed=1, batch=7))
    20
    """
    batches = []
    for _, outcomes in _played(scenario, positions(scenario), worlds, seed, batch):
        batches.append(outcomes)
        if progress is not None:
            progress(len(outcomes))
    return joined(batches)


def play_and_diagnose(
    scenario: Scenario, worlds: int, seed: int, batch: int | None = None, progress: Progress | None = None
) -> tuple[Outcomes, Diagnosis]:
    """Play worlds 0 .. `worlds - 1`, `batch` at a time, and find out why they ended as they did.

    Examples
    --------
    >>> import sim
    >>> outcomes, diagnosis = play_and_diagnose(sim.load("2025-08-21"), worlds=20, seed=1, batch=7)
    >>> len(outcomes), len(diagnosis)
    (20, 20)
    """
    public = positions(scenario)
    diagnosing = Diagnosing(scenario, public, 2 * (batch or batch_size(scenario)))
    batches = []
    for model, outcomes in _played(scenario, public, worlds, seed, batch):
        batches.append(outcomes)
        diagnosing.look(model)
        if progress is not None:
            progress(len(outcomes))
    return joined(batches), diagnosing.done()


def batch_size(scenario: Scenario) -> int:
    """Return how many worlds to play at once, from the size of their utilities."""
    bytes_each = 8 * len(scenario.parties) * scenario.space.size
    return max(1, BATCH_BYTES // bytes_each)


def _played(
    scenario: Scenario, public: Positions, worlds: int, seed: int, batch: int | None
) -> Iterator[tuple[Negotiation, Outcomes]]:
    size = batch or batch_size(scenario)
    for first in range(0, worlds, size):
        model = Negotiation(scenario, min(size, worlds - first), first=first, rng=seed, public=public)
        yield model, model.play()
        model.close()
