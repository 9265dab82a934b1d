"""How far long work has come: a bar where somebody watches, a line now and then where a log is kept."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

SECONDS = 10
"""Between two lines of a log."""


@contextmanager
def progress(
    what: str, total: int | None, unit: str = "worlds", *, quiet: bool = False, console: Console | None = None
) -> Iterator[Callable[[int], None]]:
    """Show how far something has come, on the error stream; give the function that is told of steps.

    Where nobody knows how much there is to do, `total` is None.

    Examples
    --------
    >>> with progress("Playing", 100, quiet=True) as advance:
    ...     advance(20)
    """
    console = console or Console(stderr=True)
    if quiet:
        yield lambda _: None
    elif console.is_terminal or console.is_jupyter:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), _Rate(unit))
        with Progress(*columns, TimeRemainingColumn(), console=console, transient=True) as bar:
            task = bar.add_task(what, total=total)
            yield lambda steps: bar.advance(task, steps)
    else:
        yield _Log(what, total, unit, console).advance


class _Rate(ProgressColumn):
    """Steps a second."""

    def __init__(self, unit: str) -> None:
        super().__init__()
        self.unit = unit

    def render(self, task: Task) -> Text:
        """Say how many."""
        return Text(f"{task.speed:,.0f} {self.unit}/s" if task.speed else "")


class _Log:
    """Writes a line at most every `SECONDS`, the first one after as long: short work leaves none."""

    def __init__(self, what: str, total: int | None, unit: str, console: Console) -> None:
        self.what, self.total, self.unit, self.console = what, total, unit, console
        self.start = self.last = time.monotonic()
        self.done = 0
        self.before: int | None = None

    def advance(self, steps: int) -> None:
        """Take note of steps; the first are those that were done before, or the first of all."""
        self.done += steps
        now = time.monotonic()
        if self.before is None:
            self.before, self.start = self.done, now
        elif now - self.last >= SECONDS:
            self.last = now
            rate = (self.done - self.before) / (now - self.start)
            self.console.print(self._line(rate), highlight=False, soft_wrap=True)

    def _line(self, rate: float) -> str:
        if self.total is None:
            return f"{self.what}: {self.done:,} {self.unit}, {rate:,.0f} a second"
        left = (self.total - self.done) / rate
        done = f"{self.done:,} of {self.total:,} {self.unit}"
        return f"{self.what}: {done}, {rate:,.0f} a second, about {left:,.0f} s left"
