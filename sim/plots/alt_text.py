"""A picture in words, for those who do not see it: its finding, what is measured, what it rests on."""

from __future__ import annotations

from matplotlib.axes import Axes


def finding(axes: Axes) -> str:
    r"""Return the sentence above a picture, on one line.

    Examples
    --------
    >>> from sim.plots.style import new_axes
    >>> axes = new_axes()
    >>> _ = axes.set_title("A deal in\n38% of worlds", loc="left")
    >>> finding(axes)
    'A deal in 38% of worlds'
    """
    return _on_one_line(axes.get_title(loc="left"))


def alt_text(axes: Axes) -> str:
    """Say what a picture finds, what it measures, and what it rests on.

    Of pictures that share a figure, all are told.

    Examples
    --------
    >>> from sim.plots.style import new_axes
    >>> axes = new_axes()
    >>> _ = axes.set_title("A deal in 38% of worlds", loc="left")
    >>> _ = axes.set_xlabel("share of 500 worlds")
    >>> _ = axes.figure.supxlabel("Talks · seed 1 · 500 worlds")
    >>> alt_text(axes)
    'A deal in 38% of worlds. Across: share of 500 worlds. Talks · seed 1 · 500 worlds.'
    """
    figure = axes.get_figure(root=True)
    together = axes.figure.axes if figure is not None else [axes]
    told = [part for each in together for part in _told(each)]
    return " ".join(_sentence(part) for part in [*told, _on_one_line(axes.figure.get_supxlabel())] if part)


def _told(axes: Axes) -> list[str]:
    across, up = _on_one_line(axes.get_xlabel()), _on_one_line(axes.get_ylabel())
    return [finding(axes), f"Across: {across}" if across else "", f"Up: {up}" if up else ""]


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
