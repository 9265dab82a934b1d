"""The changes of a text in one issue, and which of them have been refused."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from jaxtyping import Bool, Int

from sim.compatibility import Positions
from sim.negotiation.table import Rows

Packages = Int[np.ndarray, "rows changes"]
Open = Bool[np.ndarray, "rows changes"]


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
        self, rows: Rows, text: Rows, proposable: Callable[[Rows, Packages], Open]
    ) -> tuple[Packages, Open]:
        """Return what each change would make of the text, and which are open: not refused since it changed.

        Where all have been, each is open once more.
        """
        now = text[:, None] // self._issue_size % self._issue_options
        packages = text[:, None] + (self._option - now) * self._issue_size
        possible = (self._option != now) & self._negotiable[packages] & proposable(rows, packages)
        exhausted = ~(possible & ~self._refused[rows]).any(axis=1)
        self._refused[rows[exhausted]] = False
        return packages, possible & ~self._refused[rows]

    def keep(self, rows: Rows) -> None:
        """Note that the text has changed."""
        self._refused[rows] = False

    def drop(self, rows: Rows, changes: Rows) -> None:
        """Note that a change was refused."""
        self._refused[rows, changes] = True
