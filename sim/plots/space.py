"""How much room there is: the part of the figure an axes may use, and its size once laid out."""

from __future__ import annotations

from dataclasses import dataclass

from matplotlib.axes import Axes

MARGIN = 0.08 * 72
"""Points left free at the edges of the figure, as the style file has it."""

_POINTS = 72


@dataclass(frozen=True)
class Cell:
    """The columns of the figure an axes may use: where they begin and end (0 to 1), its size in points."""

    left: float
    right: float
    width: float
    height: float


def cell_of(ax: Axes) -> Cell:
    """Room of `ax` with its labels and title, margins taken off.

    Examples
    --------
    >>> from sim.plots.style import new_axes
    >>> cell = cell_of(new_axes(5, 3.5))
    >>> round(cell.width), round(cell.height)
    (348, 240)
    """
    figure = ax.figure
    across, up = (float(size) * _POINTS / figure.dpi for size in figure.bbox.size)
    left, right = _columns(ax)
    margin = MARGIN / across
    return Cell(left + margin, right - margin, (right - left) * across - 2 * MARGIN, up - 2 * MARGIN)


def _columns(ax: Axes) -> tuple[float, float]:
    spec = ax.get_subplotspec()
    if spec is None:
        return ax.get_position().x0, ax.get_position().x1
    count = spec.get_gridspec().ncols
    return spec.colspan.start / count, spec.colspan.stop / count


def settled_size(ax: Axes) -> tuple[float, float]:
    """Width and height of `ax`, in points, after making room for the labels it has so far."""
    figure = ax.get_figure(root=True)
    if figure is None:
        raise ValueError("these axes belong to no figure")
    engine = figure.get_layout_engine()
    if engine is not None:
        engine.execute(figure)
    width, height = (float(size) * _POINTS / figure.dpi for size in ax.get_window_extent().size)
    return width, height
