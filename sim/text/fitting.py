"""A layout for wide terminals, and another where the words of the first would break."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType
from rich.measure import Measurement


@dataclass(frozen=True)
class Fitting:
    """Shows `wide` where it fits without breaking a word, otherwise `narrow`.

    Examples
    --------
    >>> Console(width=8).print(Fitting(wide="reassurance", narrow="short"))
    short
    """

    wide: RenderableType
    narrow: RenderableType

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        """Choose when it is known how much room there is."""
        needed = Measurement.get(console, options.update(width=10_000), self.wide).minimum
        yield self.wide if needed <= options.max_width else self.narrow
