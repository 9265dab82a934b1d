"""An executor, and how much it does at a time."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor
from contextlib import AbstractContextManager
from dataclasses import dataclass


@dataclass(frozen=True)
class Pool:
    """An executor, and what to know of it.

    Parameters
    ----------
    executor
        It plays.
    count
        How many tasks it does at a time.
    deaths
        What its futures raise, besides `BrokenExecutor`, if the worker of one task died and others live on.
    replaceable
        Whether another one can be opened in its place.
    """

    executor: Executor
    count: int
    deaths: tuple[type[BaseException], ...] = ()
    replaceable: bool = True


OpenPool = Callable[[], AbstractContextManager[Pool]]
"""Opens a pool, and another one if its workers die."""
