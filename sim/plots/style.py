"""The look all pictures share: the style file, sizes of type, and figures made without pyplot."""

from __future__ import annotations

import matplotlib.style
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

STYLE = "sim.plots.guarantee"
"""The style file `guarantee.mplstyle`, found by Matplotlib as data of this package."""

TITLE_SIZE = 11.5
LABEL_SIZE = 8.0
SMALL_SIZE = 6.5
SMALLEST_SIZE = 5.0
"""In points; text that does not fit shrinks down to the smallest, never below."""

DARK = "#222222"
GREY = "#5f5f5f"
PALE = "#e4e4e4"

in_style = matplotlib.style.context(STYLE)
"""Decorator, and context manager for one use: what is drawn under it takes the shared style."""


@in_style
def new_axes(width: float = 7.5, height: float = 4.5) -> Axes:
    """Make one axes in a figure of its own, `width` x `height` inches.

    Examples
    --------
    >>> new_axes(5, 3.5).get_figure().get_size_inches().tolist()
    [5.0, 3.5]
    """
    figure = Figure(figsize=(width, height))
    FigureCanvasAgg(figure)
    return figure.add_subplot()


def axes_for(ax: Axes | None, *, width: float = 7.5, height: float) -> Axes:
    """Give back `ax`, or new axes of this size where there are none.

    A figure without a layout engine gets one: it is what keeps labels inside the figure.
    """
    if ax is None:
        return new_axes(width, height)
    figure = ax.get_figure(root=True)
    if figure is not None and figure.get_layout_engine() is None:
        figure.set_layout_engine("constrained")
    ax.spines[["left", "right", "top"]].set_visible(False)
    ax.set_axisbelow(True)
    return ax
