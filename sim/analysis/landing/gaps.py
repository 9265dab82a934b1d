"""What one concept picks, and how far agreements lie from it, gathered batch by batch."""

from __future__ import annotations

from typing import Any

import numpy as np
from jaxtyping import Bool, Float

from sim.analysis.intervals import with_shares
from sim.analysis.last_round import LastRound
from sim.analysis.paired_intervals import SAME
from sim.axes import WorldPackages
from sim.solutions.choice import NONE

Worth = Float[np.ndarray, "rows parties"]


class Gaps:
    """What is known so far of one concept's points, and of the agreements in worlds that have one.

    How worlds are cut into batches changes nothing: sums run from the first world to the last.

    Attributes
    ----------
    picked
        In how many worlds there is no point, and in how many it is each of the packages.
    no_point
        In how many worlds that agreed there is none.

    Examples
    --------
    >>> gaps = Gaps(parties=2, packages=3)
    >>> gaps.add(agreed=np.array([[0.5, 0.5], [0.5, 0.9]]), point=np.array([[0.5, 0.5], [0.8, 0.5]]))
    >>> gaps.compared, int(gaps.row()["count"]), float(gaps.row()["distance_mean"])
    (2, 1, 0.25)
    """

    def __init__(self, parties: int, packages: int) -> None:
        self.picked = np.zeros(1 + packages, dtype=np.int64)
        self.no_point = 0
        self._distances: list[Float[np.ndarray, "rows"]] = []
        self._difference = np.zeros(parties)
        self._better = np.zeros(parties, dtype=np.int64)
        self._worse = np.zeros(parties, dtype=np.int64)
        self._same = 0

    @property
    def compared(self) -> int:
        """In how many worlds an agreement was compared with a point."""
        return sum(map(len, self._distances))

    def look(
        self, part: LastRound, seats: Bool[np.ndarray, "parties"], signed: WorldPackages, point: WorldPackages
    ) -> None:
        """Look at a batch: who is at the table, what was agreed and what the point is, -1 for none."""
        self.picked += np.bincount(point - NONE, minlength=len(self.picked))
        agreed = signed != NONE
        self.no_point += int(np.count_nonzero(agreed & (point == NONE)))
        rows = np.flatnonzero(agreed & (point != NONE))
        self.add(*(part.utilities[rows, :, each[rows]][:, seats] for each in (signed, point)))

    def add(self, agreed: Worth, point: Worth) -> None:
        """Add worlds: what the agreement, and the point, is worth to each party at the table."""
        gap = agreed - point
        self._distances.append(np.sqrt((gap**2).sum(axis=1)))
        self._difference = np.vstack([self._difference, gap]).cumsum(axis=0)[-1]  # one after the other
        self._better += (gap > SAME).sum(axis=0)
        self._worse += (gap < -SAME).sum(axis=0)
        self._same += int((np.abs(gap) <= SAME).all(axis=1).sum())

    def row(self) -> dict[str, Any]:
        """Return how often an agreement is the point, and the distances, NaN if nothing was compared."""
        distances = np.concatenate([np.zeros(0), *self._distances])
        same = with_shares(np.array([self._same], float), len(distances))
        return {
            "no_point": self.no_point,
            "worlds_compared": len(distances),
            **{name: column[0] for name, column in same.items()},
            "distance_mean": distances.mean() if distances.size else np.nan,
            "distance_p95": np.quantile(distances, 0.95) if distances.size else np.nan,
        }

    def party_columns(self) -> dict[str, np.ndarray]:
        """Return one number for each party: the mean of agreement minus point, and shares of the worlds."""
        count = self.compared or np.nan
        return {
            "difference": self._difference / count,
            "better": self._better / count,
            "worse": self._worse / count,
        }
