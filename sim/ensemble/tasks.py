"""What a worker does: play one chunk, and keep it or return it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from sim.ensemble import shards
from sim.ensemble.blame import blamed
from sim.ensemble.chunks import Chunk
from sim.ensemble.program import Program, this_program
from sim.ensemble.runner import play_and_diagnose
from sim.ensemble.worlds_table import worlds_table
from sim.errors import Problem, RunError
from sim.scenario import Scenario

MARK = ".played-into"
"""The file in a folder of worlds by which a worker knows that it sees the folder that is meant."""


@dataclass(frozen=True)
class Shelf:
    """The folder that files of worlds go to, as whoever asks for them sees it.

    Parameters
    ----------
    folder
        Its path.
    mark
        What stands in its file `MARK`. A worker on another machine may see another folder, or none.
    """

    folder: Path
    mark: str

    def is_here(self) -> bool:
        """Tell whether this process sees the folder."""
        try:
            return (self.folder / MARK).read_text(encoding="utf-8") == self.mark
        except OSError:
            return False


@dataclass(frozen=True)
class Task:
    """One chunk to be played.

    Parameters
    ----------
    case
        The scenario.
    chunk
        Which of its worlds.
    batch
        How many are played at once; None leaves it to the runner.
    shelf
        Where the worlds are to be kept; None if they are to be returned.
    program
        What is to play it: that of whoever asks.
    """

    case: Scenario
    chunk: Chunk
    batch: int | None = None
    shelf: Shelf | None = None
    program: Program = field(default_factory=this_program)


def do(task: Task) -> bytes | None:
    """Play a chunk. Return its file, or None where it could be kept.

    Raises
    ------
    StrategyError, WorldError
        If a world fails: the message names it.
    RunError
        If the worlds cannot be kept, or this worker is not the program that is to play.
    """
    case, chunk = task.case, task.chunk
    if different := list(task.program.differences(this_program())):
        raise RunError(Problem(f"a worker was to play with {one} on its side") for one in different)
    with blamed(case, chunk):
        played = play_and_diagnose(case, chunk.worlds, case.ensemble.seed, task.batch, first=chunk.first)
        data = shards.encode(worlds_table(case, *played))
    if task.shelf is None or not task.shelf.is_here():
        return data
    put(data, task.shelf.folder, chunk.index)
    return None


def put(data: bytes, folder: Path, index: int) -> None:
    """Keep the file of a chunk.

    Raises
    ------
    RunError
        If that cannot be.
    """
    try:
        shards.keep(data, folder, index)
    except OSError as error:
        raise RunError(
            [Problem(f"cannot keep these worlds: {error.strerror or error}", file=str(folder))]
        ) from error
