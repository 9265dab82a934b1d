"""What a picture looks like once drawn: where its words are."""

from __future__ import annotations

from itertools import combinations
from unittest.mock import patch

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from matplotlib.transforms import Bbox


def words(axes: Axes) -> list[tuple[str, Bbox]]:
    """Every text that is really drawn into the figure of `axes`, with the box it takes."""
    drawn: dict[Text, None] = {}
    draw = Text.draw

    def remember(text: Text, renderer: object) -> None:
        if text.get_visible() and text.get_text().strip():
            drawn[text] = None
        draw(text, renderer)

    figure = axes.get_figure(root=True)
    renderer = FigureCanvasAgg(figure).get_renderer()
    with patch.object(Text, "draw", remember):
        figure.draw_without_rendering()
    return [(text.get_text(), Text.get_window_extent(text, renderer)) for text in drawn]


def unreadable(axes: Axes, tolerance: float = 1.0) -> list[tuple[str, ...]]:
    """Pairs of texts that overlap, and texts that leave the figure, by more than `tolerance` pixels."""
    edge = axes.get_figure(root=True).bbox.padded(tolerance)
    boxes = words(axes)
    overlapping = [
        (a, b) for (a, here), (b, there) in combinations(boxes, 2) if _shared(here, there) > tolerance
    ]
    cut = [(a,) for a, box in boxes if not (edge.contains(*box.min) and edge.contains(*box.max))]
    return overlapping + cut


def _shared(here: Bbox, there: Bbox) -> float:
    across = min(here.x1, there.x1) - max(here.x0, there.x0)
    up = min(here.y1, there.y1) - max(here.y0, there.y0)
    return min(across, up)


def title(axes: Axes) -> str:
    """The finding above the picture, on one line."""
    return axes.get_title(loc="left").replace("\n", " ")
