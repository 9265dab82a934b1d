"""An executor, and how much it does at a time."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor
from contextlib import AbstractContextManager
from dataclasses import dataclass


@dataclass(frozen=True)
class Pool:
    """An executor, and how many tasks it does at a time."""

    executor: Executor
    count: int


Workers = Callable[[], AbstractContextManager[Pool]]
"""Opens a pool, and another one if its workers die."""
