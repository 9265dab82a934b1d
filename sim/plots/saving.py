"""Pictures as files: the same picture gives the same bytes, and a file is there whole or not at all."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sim.plots.style import in_style
from sim.whole_file import write_whole

_SETTLING = 3
"""Drawings after which the layout has come to rest: labels beside the axes move with them."""

_UNDATED = {"png": {"Software": None}, "svg": {"Date": None, "Creator": None}}


@in_style
def save(axes: Axes, folder: Path, name: str) -> list[Path]:
    """Write the figure of `axes` as `name`.png and `name`.svg into `folder`, and return their paths.

    The layout of the figure stays as it is saved.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from sim.plots.style import new_axes
    >>> with TemporaryDirectory() as folder:
    ...     [path.name for path in save(new_axes(), Path(folder), "empty")]
    ['empty.png', 'empty.svg']
    """
    figure = axes.get_figure(root=True)
    if figure is None:
        raise ValueError("these axes belong to no figure")
    for _ in range(_SETTLING):
        figure.draw_without_rendering()
    figure.set_layout_engine("none")  # laying out again would move everything by a hair, and change the bytes
    folder.mkdir(parents=True, exist_ok=True)
    return [write_whole(_rendered(figure, kind), folder / f"{name}.{kind}") for kind in _UNDATED]


def _rendered(figure: Figure, kind: str) -> bytes:
    buffer = BytesIO()
    figure.savefig(buffer, format=kind, metadata=_UNDATED[kind])
    return buffer.getvalue()
