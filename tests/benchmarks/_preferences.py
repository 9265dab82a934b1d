"""Random preferences to negotiate with, the same for every program that is measured.

Weights are Dirichlet(1), scores uniform and then scaled to 0..1 within each issue, everything in float64.
"""

from dataclasses import dataclass

import numpy as np

RESERVATION_VALUE = 0.3


@dataclass(frozen=True)
class Size:
    """How large a negotiation is, and how it is played."""

    parties: int
    issues: int
    options: int
    rounds: int
    strategy: str = "boulware"

    @property
    def packages(self):
        """How many packages there are."""
        return self.options**self.issues

    def __str__(self):
        """Say it in a row of a table."""
        return f"{self.parties} parties, {self.packages:,} packages, {self.rounds} rounds, {self.strategy}"


def preferences(size, worlds, rng):
    """Draw weights (worlds, parties, issues) and scores (worlds, parties, issues, options)."""
    weights = rng.standard_exponential((worlds, size.parties, size.issues))  # a Dirichlet(1), once scaled
    weights /= weights.sum(axis=-1, keepdims=True)
    scores = rng.random((worlds, size.parties, size.issues, size.options))
    scores -= scores.min(axis=-1, keepdims=True)
    scores /= scores.max(axis=-1, keepdims=True)
    return weights, scores


def utilities(weights, scores):
    """Return u (worlds, parties, packages): the sum of weight * score over issues, left to right."""
    worth = weights[..., None] * scores
    total = worth[:, :, 0]
    for issue in range(1, worth.shape[2]):
        longer = np.empty((*total.shape, worth.shape[3]))
        for option in range(worth.shape[3]):  # a loop over few options, so that NumPy's inner loops are long
            np.add(total, worth[:, :, issue, option, None], out=longer[..., option])
        total = longer.reshape(*total.shape[:2], -1)
    return total
