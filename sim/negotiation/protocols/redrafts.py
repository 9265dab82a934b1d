"""The changes of a text in one issue, and which of them have been refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool, Int

from sim.compatibility import Positions
from sim.negotiation.table import Rows

Packages = Int[np.ndarray, "rows changes"]


@dataclass(frozen=True)
class Changes:
    """The changes open in some worlds.

    Parameters
    ----------
    packages
        What the text would become.
    open
        Which of them may be proposed.
    """

    packages: Packages
    open: Bool[np.ndarray, "rows changes"]

    @property
    def count(self) -> Rows:
        """How many are open in each world."""
        return np.count_nonzero(self.open, axis=1)

    def nth(self, rows: Rows, places: Rows) -> Rows:
        """Return the place of the open change that has a given number, counted from 0."""
        return (self.open[rows].cumsum(axis=1) > places[:, None]).argmax(axis=1)


class Redrafts:
    """What may be made of a text by answering one issue differently.

    Parameters
    ----------
    positions
        The packages, and those among them that may be negotiated over.
    worlds
        How many there are.
    """

    def __init__(self, positions: Positions, worlds: int) -> None:
        self._negotiable = positions.negotiable
        shape = positions.shape
        sizes = [int(np.prod(shape[issue + 1 :])) for issue in range(len(shape))]
        self._issue_size = np.repeat(sizes, shape)  # how far apart neighbouring options of the issue lie
        self._issue_options = np.repeat(shape, shape)
        self._option = np.concatenate([np.arange(options) for options in shape])
        self._refused = np.zeros((worlds, len(self._option)), dtype=bool)

    def of(
        self, rows: Rows, text: Rows, proposable: Callable[[Rows, Packages], Bool[np.ndarray, "rows changes"]]
    ) -> Changes:
        """List the changes that have not been refused since the text last changed.

        Where all have been, each is open once more.
        """
        now = text[:, None] // self._issue_size % self._issue_options
        packages = text[:, None] + (self._option - now) * self._issue_size
        possible = (self._option != now) & self._negotiable[packages] & proposable(rows, packages)
        exhausted = ~(possible & ~self._refused[rows]).any(axis=1)
        self._refused[rows[exhausted]] = False
        return Changes(packages, possible & ~self._refused[rows])

    def keep(self, rows: Rows) -> None:
        """Note that the text has changed."""
        self._refused[rows] = False

    def drop(self, rows: Rows, changes: Rows) -> None:
        """Note that a change was refused."""
        self._refused[rows, changes] = True
