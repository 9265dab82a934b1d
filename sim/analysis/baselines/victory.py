"""Which of two candidates prevails: all parties throw in their influence [Wise2015]_.

A candidate is what is voted on: a package, or a point in the space of positions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from jaxtyping import Float

from sim.solutions.choice import ROUNDING

LEAST = 1e-8
"""Strength of a coalition of nobody, so that no candidate is quite without a chance."""

Voting = Literal["proportional", "binary"]
Rule = Literal["linear", "square", "binary"]


@dataclass(frozen=True)
class Manner:
    """How an election is held: how a party votes, and what decides between two coalitions."""

    voting: Voting = "proportional"
    victory: Rule = "linear"


USUAL = Manner()
"""As in the example that KTAB publishes."""


def strengths(
    utilities: Float[np.ndarray, "*worlds parties candidates"],
    influence: Float[np.ndarray, "parties"],
    voting: Voting = "proportional",
) -> Float[np.ndarray, "*worlds candidates candidates"]:
    """Return how strong the coalition for each candidate (row) is against each other (column).

    A party votes with its part of all influence, times the gain in utility if voting is proportional; times
    1 if it is binary. The strength is the sum of the votes for a candidate, and 1e-8.

    Parameters
    ----------
    influence
        Of each party, 0 or more, and not 0 for all.

    Examples
    --------
    >>> utilities = np.array([[1.0, 0.4], [0.5, 0.7]])
    >>> strengths(utilities, np.array([1.0, 3.0])).round(2).tolist()
    [[0.0, 0.15], [0.15, 0.0]]
    """
    gains = utilities[..., :, None] - utilities[..., None, :]
    votes = np.maximum(gains, 0) if voting == "proportional" else (gains > ROUNDING).astype(float)
    return np.einsum("p,...pij->...ij", influence / influence.sum(), votes) + LEAST


def victory(
    strength: Float[np.ndarray, "*worlds candidates candidates"], rule: Rule = "linear"
) -> Float[np.ndarray, "*worlds candidates candidates"]:
    """Return the probability that each candidate (row) prevails over each other (column).

    It is s^n / (s^n + t^n) of the two strengths s and t, where n is 1 (linear) or 2 (square); if the rule is
    binary, the stronger one prevails, and each in half of the cases where they are equally strong. (KTAB's
    own program calls binary a rule that is sure only from an advantage of 10% on.)

    Examples
    --------
    >>> victory(np.array([[1.0, 3.0], [1.0, 1.0]])).tolist()
    [[0.5, 0.75], [0.25, 0.5]]
    """
    against = np.swapaxes(strength, -1, -2)
    if rule == "binary":
        return (1 + np.sign(np.where(np.abs(strength - against) <= ROUNDING, 0, strength - against))) / 2
    power = 1 if rule == "linear" else 2
    return np.asarray(strength**power / (strength**power + against**power))
