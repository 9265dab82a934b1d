"""Ctrl-C lets what is in hand be finished; a second one does not wait."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def until_interrupted() -> Iterator[Callable[[], bool]]:
    """Take note of the first Ctrl-C instead of breaking off; give a function that tells whether it came.

    Outside the main thread, where Python hears no signals, nothing is changed.

    Examples
    --------
    >>> with until_interrupted() as interrupted:
    ...     interrupted()
    False
    """
    came = threading.Event()

    def note(number: int, frame: FrameType | None) -> None:
        if came.is_set():
            signal.default_int_handler(number, frame)
        came.set()

    if threading.current_thread() is not threading.main_thread():
        yield came.is_set
        return
    before = signal.signal(signal.SIGINT, note)
    try:
        yield came.is_set
    finally:
        signal.signal(signal.SIGINT, before)
