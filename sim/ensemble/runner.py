"""Play a scenario in many worlds, batch by batch; how they are cut into batches changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sim.compatibility import Positions, positions
from sim.ensemble.sizes import bytes_each
from sim.negotiation.diagnosis.diagnose import Diagnosis, diagnose
from sim.negotiation.diagnosis.diagnose import joined as all_diagnoses
from sim.negotiation.model import Negotiation
from sim.negotiation.outcomes import Outcomes, joined
from sim.scenario import Scenario

BATCH_BYTES = 2**26
"""About how large the utilities of a batch may be: what stays in a processor's cache is played fastest."""

Progress = Callable[[int], None]
"""Told, again and again, how many worlds have been added to those that are done."""


def play(
    scenario: Scenario,
    worlds: int,
    seed: int,
    batch: int | None = None,
    progress: Progress | None = None,
    *,
    first: int = 0,
) -> Outcomes:
    """Play worlds `first` .. `first + worlds - 1`, `batch` at a time, and ask no further.

    Examples
    --------
    >>> import sim
    >>> len(play(sim.load("2025-08-21"), worlds=20, seed=1, batch=7))
    20
    """
    batches = []
    for _, outcomes in _played(scenario, positions(scenario), seed, range(first, first + worlds), batch):
        batches.append(outcomes)
        if progress is not None:
            progress(len(outcomes))
    return joined(batches)


def play_and_diagnose(
    scenario: Scenario,
    worlds: int,
    seed: int,
    batch: int | None = None,
    progress: Progress | None = None,
    *,
    first: int = 0,
) -> tuple[Outcomes, Diagnosis]:
    """Play worlds `first` .. `first + worlds - 1`, `batch` at a time, and find out why they ended so.

    Examples
    --------
    >>> import sim
    >>> outcomes, diagnosis = play_and_diagnose(sim.load("2025-08-21"), worlds=20, seed=1, batch=7)
    >>> len(outcomes), len(diagnosis)
    (20, 20)
    """
    public = positions(scenario)
    batches, diagnoses = [], []
    for model, outcomes in _played(scenario, public, seed, range(first, first + worlds), batch):
        batches.append(outcomes)
        diagnoses.append(diagnose(model))
        if progress is not None:
            progress(len(outcomes))
    return joined(batches), all_diagnoses(diagnoses)


def batch_size(scenario: Scenario) -> int:
    """Return how many worlds to play at once, from the size of their utilities."""
    return max(1, BATCH_BYTES // bytes_each(scenario))


def _played(
    scenario: Scenario, public: Positions, seed: int, worlds: range, batch: int | None
) -> Iterator[tuple[Negotiation, Outcomes]]:
    for part in _batches(worlds, batch, batch_size(scenario)):
        model = Negotiation(scenario, len(part), first=part.start, rng=seed, public=public)
        yield model, model.play()
        model.close()


def _batches(worlds: range, batch: int | None, most: int) -> Iterator[range]:
    """Cut worlds into parts of `batch`; if nothing is asked for, into equal ones of at most about `most`."""
    size = batch or -(-len(worlds) // -(-len(worlds) // most))
    for start in range(0, len(worlds), size):
        yield worlds[start : start + size]
