"""What a party has less than it could if a package is proposed [Savage1951]_, and how often it is enough."""

from __future__ import annotations

import numpy as np
import pandas as pd
from jaxtyping import Bool, Float

from sim.analysis.acceptability._kernels import add_regrets
from sim.analysis.last_round import LastRound
from sim.compatibility import Positions
from sim.scenario import Scenario
from sim.solutions.choice import ROUNDING

BINS = 1000
"""Regrets are kept to a thousandth, up to 1 and all beyond together, so that worlds need not be."""


class Regrets:
    """Regrets so far, over all worlds that were added."""

    def __init__(self, case: Scenario, public: Positions, within: float) -> None:
        self.worlds = 0
        self._case, self._possible, self._within = case, public.possible, within
        shape = (len(case.parties), len(public.possible))
        self._total, self._most = np.zeros(shape), np.zeros(shape)
        self._bins = np.zeros((*shape, BINS + 2), dtype=np.int32)
        self._satisfied, self._near = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)

    def add(self, part: LastRound, zopa: Bool[np.ndarray, "worlds packages"]) -> None:
        """Add a batch of worlds, with what all whose consent it needs accept there."""
        self.worlds += len(part)
        add_regrets(
            part.utilities, part.reservation_values, zopa, self._within + ROUNDING, BINS,
            self._total, self._most, self._bins, self._satisfied, self._near,
        )  # fmt: skip

    def table(self) -> pd.DataFrame:
        """Tabulate regret and how often it is enough, for each party and possible package."""
        packages = np.flatnonzero(self._possible)
        p90, parts = self._p90(), []
        for place, party in enumerate(self._case.parties):
            columns = {
                "mean": self._total[place] / self.worlds,
                "p90": p90[place],
                "max": self._most[place],
                "satisfied": self._satisfied[place] / self.worlds,
                "within": self._near[place] / self.worlds,
            }
            chosen = {name: numbers[packages] for name, numbers in columns.items()}
            parts.append(pd.DataFrame({"party": party, "package": packages, **chosen}))
        return pd.concat(parts, ignore_index=True)

    def _p90(self) -> Float[np.ndarray, "parties packages"]:
        """Return the least regret, to the nearest thousandth, that is not exceeded in 90% of the worlds."""
        needed = -(-9 * self.worlds // 10)
        reached = (self._bins.cumsum(axis=2) >= needed).argmax(axis=2)
        return np.where(reached > BINS, self._most, reached / BINS)
