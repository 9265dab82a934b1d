"""Shares of worlds as horizontal bars, each with its interval and its figures at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from sim.plots.looks import Look, tint
from sim.plots.space import cell_of
from sim.plots.style import DARK, GREY, LABEL_SIZE, SMALLEST_SIZE
from sim.plots.words import percent_with_interval

_PALE = 0.22
"""Strength of the colour where a bar is pale: far enough from all full colours to tell them apart in grey."""


_NARROW = 380
"""Points of a picture up to which there are fewer ticks: words beside the bars take most of it."""


@dataclass(frozen=True)
class Bar:
    """A share with its interval, how it looks, and what is said behind its figures.

    Of a share that has a `part`, that part is drawn dark and the rest pale. `beside` is the share that chance
    alone reaches, `figures` what is said for the share and its interval where percentages will not do.
    """

    share: float
    low: float
    high: float
    look: Look
    thickness: float = 0.62
    remark: str = ""
    part: float | None = None
    beside: float | None = None
    figures: str = ""

    @property
    def words(self) -> str:
        """The figures, and the remark."""
        figures = self.figures or percent_with_interval(self.share, self.low, self.high)
        return f"{figures} · {self.remark}" if self.remark else figures


def draw_bars(ax: Axes, bars: Sequence[Bar], row_height: float, *, in_percent: bool = True) -> None:
    """Draw one bar in each row, on an axis that starts at nothing; shares stay between none and all."""
    bars = [_within(bar) for bar in bars] if in_percent else bars
    size = max(SMALLEST_SIZE, min(LABEL_SIZE - 0.5, row_height * 0.6))
    for row, bar in enumerate(bars):
        look = bar.look
        for share, colour in _lengths(bar):
            ax.barh(row, share, bar.thickness, color=colour, hatch=look.hatch, edgecolor=DARK, linewidth=0.5)
        ax.plot(
            [max(bar.low, 0), max(bar.high, 0)], [row, row], color=DARK, linewidth=1.1, solid_capstyle="butt"
        )
        if bar.beside is not None:
            ax.plot(
                [bar.beside] * 2, [row - 0.42, row + 0.42], color=GREY, linewidth=1.6, linestyle=(0, (1.5, 1))
            )
        ax.plot(bar.share, row, look.marker, color="white", markeredgecolor=DARK, markersize=4, clip_on=False)
        ax.annotate(
            bar.words, (max(bar.high, bar.share, bar.beside or 0), row), (6, 0),
            textcoords="offset points", va="center", size=size, annotation_clip=False,
        )  # fmt: skip
    value_axis(ax, max(max(bar.high, bar.share) for bar in bars), in_percent=in_percent)


def _within(bar: Bar) -> Bar:
    """Cut off what an estimate, or its interval, says beyond none and all."""
    share, low, high = (min(max(end, 0.0), 1.0) for end in (bar.share, bar.low, bar.high))
    return replace(bar, share=share, low=low, high=high)


def _lengths(bar: Bar) -> list[tuple[float, str]]:
    """Return what is drawn from the left, the longest first."""
    if bar.part is None:
        return [(bar.share, bar.look.colour)]
    return [(bar.share, tint(bar.look.colour, _PALE)), (bar.part, bar.look.colour)]


def value_axis(ax: Axes, largest: float, *, in_percent: bool = True) -> None:
    """Let the x axis run from 0 to `largest`, with few ticks and faint lines."""
    ax.set_xlim(0, max(largest, 0.01))
    ax.xaxis.set_major_locator(MaxNLocator(4 if cell_of(ax).width > _NARROW else 2, steps=[1, 2, 5, 10]))
    if in_percent:
        ax.xaxis.set_major_formatter(FuncFormatter(lambda share, _: f"{100 * share:.6g}%"))
    ax.grid(visible=True, axis="x")
