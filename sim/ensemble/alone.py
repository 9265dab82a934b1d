"""One process at a time plays into a folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from sim.errors import Problem, RunError

LOCK = ".lock"

PATIENCE = 1.0
"""For how many seconds to try: others may just look whether somebody plays."""


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Keep other processes from playing into a folder; the system lifts that if this process is killed.

    Raises
    ------
    RunError
        If another process does so already.
    """
    lock = FileLock(folder / LOCK)
    try:
        lock.acquire(timeout=PATIENCE, poll_interval=PATIENCE / 10)
    except Timeout:
        raise RunError([Problem("another process is playing this run just now", file=str(folder))]) from None
    except OSError as error:
        raise RunError(
            [Problem(f"cannot write here: {error.strerror or error}", file=str(folder))]
        ) from error
    try:
        yield
    finally:
        lock.release()


def is_played(folder: Path) -> bool:
    """Tell whether a process is playing into a folder just now."""
    if not (folder / LOCK).exists():
        return False
    try:
        with FileLock(folder / LOCK, timeout=0):
            return False
    except Timeout:
        return True
    except OSError:  # whoever may not write here does not play here
        return False
