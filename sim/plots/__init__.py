"""Pictures: each reads one table of `sim.analysis` and draws it, ``(table, ax=None) -> Axes``.

A new picture is one file named after its function, and one line in a list below. Matplotlib is imported
only when a picture is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["EVERY_PICTURE", "EXPLORED", "PICTURES", "Picture"]

_OF_A_RUN = (
    "compatibility_matrix",
    "crossed_lines",
    "outcome_distribution",
    "agreed_options",
    "utilities_by_party",
    "time_to_agreement",
    "in_the_way",
)
_OF_AN_EXPLORATION = ("package_acceptability", "utility_plane")
_OF_SEVERAL = ("comparison", "sweep_curve")


class Picture(Protocol):
    """Draws a table, into `ax` or into a new figure of its own, and returns the axes."""

    def __call__(self, table: pd.DataFrame, ax: Axes | None = None) -> Axes:
        """Draw `table`."""


class _Registry(Mapping[str, Picture]):
    """Pictures by name, each imported when it is first asked for."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self._names = names

    def __getitem__(self, name: str) -> Picture:
        if name not in self._names:
            raise KeyError(name)
        picture: Picture = getattr(import_module(f"sim.plots.{name}"), name)
        return picture

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


EVERY_PICTURE: Mapping[str, Picture] = _Registry((*_OF_A_RUN, *_OF_AN_EXPLORATION, *_OF_SEVERAL))
"""Name -> picture, those of an exploration and of several runs among them."""

PICTURES: Mapping[str, Picture] = _Registry(_OF_A_RUN)
"""Name -> picture of a run.

>>> list(PICTURES)[:2]
['compatibility_matrix', 'crossed_lines']
>>> PICTURES["in_the_way"].__name__
'in_the_way'
"""

EXPLORED: Mapping[str, Picture] = _Registry(_OF_AN_EXPLORATION)
"""Name -> picture of an exploration, drawn from its table of the same name."""
