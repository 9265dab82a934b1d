"""A request becomes a run: in a folder, where what was left unfinished is gone on with, or in memory."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.dataset as ds

from sim.ensemble import shards
from sim.ensemble.chunks import Chunk, chunks
from sim.ensemble.dispatch import dispatch
from sim.ensemble.pool import OpenPool
from sim.ensemble.reading import WORLDS, finished, read
from sim.ensemble.request import Request
from sim.ensemble.run import Run
from sim.ensemble.runner import Progress
from sim.ensemble.store import opened
from sim.ensemble.tasks import Shelf, Task, put
from sim.errors import Problem, RunError
from sim.negotiation.strategies import outside


def play_into(
    folder: Path,
    request: Request,
    workers: OpenPool,
    batch: int | None = None,
    progress: Progress | None = None,
) -> Run:
    """Play what is missing of a run, and open it.

    Raises
    ------
    RunError
        If something else is there, another process plays into it, or worlds cannot be kept.
    StrategyError, WorldError
        If worlds fail; all others are kept.
    KeyboardInterrupt
        After Ctrl-C; what was in hand is kept.
    """
    if (run := finished(folder)) is not None and run.hash == request.hash:
        _tell(progress, run.worlds)
        return run
    start = time.monotonic()
    with opened(request, folder) as place:
        missing = place.missing()
        _tell(progress, request.worlds - sum(chunk.worlds for chunk in missing))

        def receive(task: Task, data: bytes | None) -> None:
            if data is not None:
                put(data, folder / WORLDS, task.chunk.index)
            _tell(progress, task.chunk.worlds)

        dispatch(_tasks(request, missing, batch, place.shelf), workers, receive)
        place.finish(time.monotonic() - start)
    return read(folder)


def play_in_memory(
    request: Request, workers: OpenPool, batch: int | None = None, progress: Progress | None = None
) -> Run:
    """Play a run and keep it in memory.

    Raises
    ------
    StrategyError, WorldError, KeyboardInterrupt
        As `play_into`, though then nothing is kept.
    """
    tables: dict[int, pa.Table] = {}

    def receive(chunk: Chunk, data: bytes) -> None:
        tables[chunk.index] = shards.decode(data)

    _play_everything(request, workers, batch, progress, receive)
    dataset = ds.dataset(pa.concat_tables(tables[index] for index in sorted(tables)))
    return Run(outside.without_code(request.case), request.version, request.code, dataset=dataset)


def play_again(
    folder: Path,
    request: Request,
    workers: OpenPool,
    batch: int | None = None,
    progress: Progress | None = None,
) -> None:
    """Play a run that is finished once more, and compare every file of worlds.

    Raises
    ------
    RunError
        If worlds end in another way than before.
    """
    kept = shards.whole(folder / WORLDS)
    different: list[str] = []

    def receive(chunk: Chunk, data: bytes) -> None:
        if kept[chunk.index].name != shards.name_of(chunk.index, data):
            different.append(f"{chunk.first} to {chunk.first + chunk.worlds - 1}")

    _play_everything(request, workers, batch, progress, receive)
    if different:
        found = f"played again, outcomes differ from those kept, in worlds {', '.join(different)}"
        raise RunError([Problem(found, file=str(folder))])


def _play_everything(
    request: Request,
    workers: OpenPool,
    batch: int | None,
    progress: Progress | None,
    receive: Callable[[Chunk, bytes], None],
) -> None:
    def take(task: Task, data: bytes | None) -> None:
        receive(task.chunk, data or b"")
        _tell(progress, task.chunk.worlds)

    dispatch(_tasks(request, chunks(request.case), batch, None), workers, take)


def _tasks(request: Request, missing: Iterable[Chunk], batch: int | None, shelf: Shelf | None) -> list[Task]:
    return [Task(request.case, chunk, batch, shelf) for chunk in missing]


def _tell(progress: Progress | None, worlds: int) -> None:
    if progress is not None and worlds:
        progress(worlds)
