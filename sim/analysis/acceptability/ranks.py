"""Which rank each package has for each party, and with what weights it is its best [Lahdelma2001]_."""

from __future__ import annotations

import numpy as np
import pandas as pd
from jaxtyping import Float

from sim.analysis.acceptability._kernels import count_ranks
from sim.analysis.intervals import with_shares
from sim.analysis.last_round import LastRound
from sim.compatibility import Positions
from sim.scenario import Scenario, describe
from sim.solutions.choice import ROUNDING

TOP = 5


class Ranks:
    """Counts so far, over all worlds that were added.

    Attributes
    ----------
    counts
        In how many worlds a package has a rank for a party: parties, packages, ranks, the best first.
    central
        The sum of a party's weights over the worlds in which a package is its best.
    """

    def __init__(self, case: Scenario, public: Positions) -> None:
        self.worlds = 0
        self._case, self._possible = case, public.possible
        parties, packages = len(case.parties), len(public.possible)
        self.counts = np.zeros((parties, packages, max(1, int(public.possible.sum()))), dtype=np.int32)
        self.central = np.zeros((parties, packages, len(case.issues)))

    def add(self, part: LastRound, weights: Float[np.ndarray, "worlds parties issues"]) -> None:
        """Count a batch of worlds, with the weights that were drawn there."""
        self.worlds += len(part)
        for party in range(len(self.counts)):
            worth = part.utilities[:, party]
            rising = np.argsort(worth, axis=1)  # the order of equals does not matter: they share their rank
            count_ranks(
                rising, worth, np.ascontiguousarray(weights[:, party]), self._possible, ROUNDING,
                self.counts[party], self.central[party],
            )  # fmt: skip

    def table(self) -> pd.DataFrame:
        """Tabulate, for each party and possible package, the first ranks and the mean rank."""
        numbers = np.arange(1, self.counts.shape[2] + 1)
        parts = []
        for party, counts in zip(self._case.parties, self.counts[:, self._possible], strict=True):
            table = pd.DataFrame({"party": party, "package": np.flatnonzero(self._possible)})
            table = table.assign(**with_shares(counts[:, 0].astype(float), self.worlds))
            table["top5"] = counts[:, :TOP].sum(axis=1) / self.worlds
            table["mean_rank"] = counts @ numbers / self.worlds
            parts.append(table.rename(columns={"share": "first"}))
        return pd.concat(parts, ignore_index=True)

    def central_weights(self) -> pd.DataFrame:
        """Tabulate the mean weights with which a package is best for a party, the most frequent first."""
        parts = []
        for place, party in enumerate(self._case.parties):
            first = self.counts[place, :, 0]
            packages = np.argsort(-first, kind="stable")[: np.count_nonzero(first)]
            table = pd.DataFrame({"party": party, "package": packages})
            table["label"] = [describe(self._case, int(package)) for package in packages]
            table = table.assign(**with_shares(first[packages].astype(float), self.worlds))
            means = self.central[place, packages] / first[packages, None]
            if self._case.parties[party].preferences.is_order:
                means[:] = np.nan  # an order has no weights
            parts.append(table.assign(**dict(zip(self._weights(), means.T, strict=True))))
        return pd.concat(parts, ignore_index=True)

    def _weights(self) -> list[str]:
        return [f"weight_{issue}" for issue in self._case.issues]
