"""Which world of a chunk failed, so that it can be played again by itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

from sim.ensemble.chunks import Chunk
from sim.ensemble.runner import play_and_diagnose
from sim.errors import InputError, StrategyError, WorldError
from sim.scenario import Scenario


@contextmanager
def blamed(case: Scenario, chunk: Chunk) -> Iterator[None]:
    """Make of whatever fails while a chunk is played an error that names the first world that fails alone.

    Raises
    ------
    StrategyError
        If outside code failed.
    WorldError
        If anything else did.
    """
    try:
        yield
    except StrategyError as error:
        world = first_failing(case, chunk)
        where = chunk_in_words(chunk) if world is None else f"world {world}"
        problems = [replace(problem, message=f"{where}: {problem.message}") for problem in error.problems]
        raise StrategyError(problems, playing=error.playing, world=world) from error.__cause__
    except (MemoryError, InputError):
        raise
    except Exception as error:
        world = first_failing(case, chunk)
        where = chunk_in_words(chunk) if world is None else f"world {world}"
        raise WorldError(f"{where} fails: {type(error).__name__}: {error}", world) from error


def first_failing(case: Scenario, chunk: Chunk) -> int | None:
    """Return the number of a world that fails when it is played alone; None if none does.

    Halves are tried, the first one first, so that of 2,500 worlds some twelve parts are played.
    """
    first, worlds = chunk.first, chunk.worlds
    while worlds > 1:
        half = worlds // 2
        if _fails(case, first, half):
            worlds = half
        else:
            first, worlds = first + half, worlds - half
    return first if _fails(case, first, 1) else None


def chunk_in_words(chunk: Chunk) -> str:
    """Name the worlds of a chunk.

    Examples
    --------
    >>> chunk_in_words(Chunk(1, 2500, 2500))
    'one of worlds 2500 to 4999, though none fails alone'
    """
    return f"one of worlds {chunk.first} to {chunk.first + chunk.worlds - 1}, though none fails alone"


def _fails(case: Scenario, first: int, worlds: int) -> bool:
    with suppress(Exception):
        play_and_diagnose(case, worlds, case.ensemble.seed, first=first)
        return False
    return True
