"""The sentence above a picture, and the one that stands in for it where there is nothing to draw."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.transforms import blended_transform_factory

from sim.plots.fitting import balanced, fit
from sim.plots.space import cell_of, settled_size
from sim.plots.style import GREY, LABEL_SIZE, TITLE_SIZE


def headline(ax: Axes, finding: str) -> None:
    """Write the finding above `ax`, from the left edge of its part of the figure."""
    cell = cell_of(ax)
    fitted = fit([finding], cell.width, cell.height * 0.2, TITLE_SIZE, weight="bold")
    text = balanced(fitted.texts[0], fitted.size, "bold")
    title = ax.set_title(text, loc="left", fontsize=fitted.size, fontweight="bold")
    across_the_figure = ax.figure.transSubfigure
    title.set_transform(blended_transform_factory(across_the_figure, title.get_transform()))
    title.set_x(cell.left)


def nothing_to_draw(ax: Axes, reason: str) -> None:
    """Say in the middle of empty axes why they are empty."""
    ax.set_axis_off()
    width, height = settled_size(ax)
    fitted = fit([reason], width * 0.9, height * 0.9, LABEL_SIZE + 1)
    ax.text(
        0.5, 0.5, fitted.texts[0], ha="center", va="center",
        size=fitted.size, color=GREY, transform=ax.transAxes,
    )  # fmt: skip
