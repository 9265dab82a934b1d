"""Pictures as files: the same picture gives the same bytes, and a file is there whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sim.plots.alt_text import alt_text, finding
from sim.plots.style import in_style
from sim.whole_file import write_whole

_SETTLING = 3
"""Drawings after which the layout has come to rest: labels beside the axes move with them."""

KINDS = ("png", "svg", "pdf")
"""Of what kinds a picture is saved: one to look at, two whose text is text."""


_METADATA: dict[str, Callable[[str, str], dict[str, str | None]]] = {
    "png": lambda title, words: {"Title": title, "Description": words, "Software": None},
    "svg": lambda title, words: {"Title": title, "Description": words, "Date": None, "Creator": None},
    "pdf": lambda title, words: {
        "Title": title,
        "Subject": words,
        "CreationDate": None,
        "Creator": None,
        "Producer": None,
    },
}
"""What each kind of file says of itself; no date and no program, so that bytes are the same every time."""


@in_style
def save(axes: Axes, folder: Path, name: str, kinds: Sequence[str] = KINDS) -> list[Path]:
    """Write the figure of `axes` into `folder` as files of some kinds, and what it says as `name`.txt.

    The alternative text is part of each file too. The layout of the figure stays as it is saved. Paths are
    returned in this order.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from sim.plots.style import new_axes
    >>> with TemporaryDirectory() as folder:
    ...     [path.name for path in save(new_axes(), Path(folder), "empty")]
    ['empty.png', 'empty.svg', 'empty.pdf', 'empty.txt']
    """
    files = rendered(axes, kinds)
    files["txt"] = f"{alt_text(axes)}\n".encode()
    folder.mkdir(parents=True, exist_ok=True)
    return [write_whole(content, folder / f"{name}.{kind}") for kind, content in files.items()]


@in_style
def rendered(axes: Axes, kinds: Sequence[str] = KINDS) -> dict[str, bytes]:
    """Return the figure of `axes` as files of some kinds; its layout stays as it is here.

    Examples
    --------
    >>> from sim.plots.style import new_axes
    >>> rendered(new_axes(), ["png"])["png"][1:4]
    b'PNG'
    """
    figure = axes.get_figure(root=True)
    if figure is None:
        raise ValueError("these axes belong to no figure")
    for _ in range(_SETTLING):
        figure.draw_without_rendering()
    figure.set_layout_engine("none")  # laying out again would move everything by a hair, and change the bytes
    words = alt_text(axes)
    return {kind: _rendered(figure, kind, finding(axes), words) for kind in kinds}


def _rendered(figure: Figure, kind: str, title: str, words: str) -> bytes:
    buffer = BytesIO()
    figure.savefig(buffer, format=kind, metadata=_METADATA[kind](title, words))
    return buffer.getvalue()
