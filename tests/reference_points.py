"""Published solution points and Pareto frontiers (NegMAS 0.16.0), and ours of the same preferences."""

import hashlib
import json

import numpy as np
from reference_runs import reservation_values_of, utilities_of

from sim.solutions import (
    egalitarian_bargaining,
    kalai_smorodinsky_bargaining,
    nash_bargaining,
    pareto_efficient,
    utilitarian_bargaining,
)
from sim.solutions.gains import signable

TIE = 1e-12
NONE = -1

POINTS = {
    "nash": nash_bargaining,
    "kalai": egalitarian_bargaining,
    "max_welfare": utilitarian_bargaining,
}
"""Recorded points, and the concept that each is here."""


def ours(preferences):
    """Return the package of each concept: those recorded by their name there, and the textbook's."""
    utilities, reservation_values = utilities_of(preferences), reservation_values_of(preferences)
    return {
        **{point: int(concept(utilities, reservation_values)) for point, concept in POINTS.items()},
        "kalai_smorodinsky": nearest_to_equal_parts(utilities, reservation_values),
        "textbook": int(kalai_smorodinsky_bargaining(utilities, reservation_values)),
    }


def recorded(preferences, point):
    """Return the packages recorded for a point, those that tie included; -1 alone where there is none."""
    return sorted(one["outcome_index"] for one in preferences["points"][point]) or [NONE]


def frontier(preferences):
    """Return our efficient packages among those that leave everyone at or above its reservation value."""
    utilities = utilities_of(preferences)
    return np.flatnonzero(
        pareto_efficient(utilities, signable(utilities, reservation_values_of(preferences)))
    )


def different_points(preferences, packages):
    """Return the utilities of some packages in rising order; those worth the same to all count once."""
    return sorted({tuple(point) for point in utilities_of(preferences)[:, packages].T.tolist()})


def digest(points):
    """Return the SHA-256 that the record has of points: in rising order, rounded to 9 places, as JSON."""
    rounded = [[round(value, 9) for value in point] for point in points]
    return hashlib.sha256(json.dumps(rounded).encode()).hexdigest()


def nearest_to_equal_parts(utilities, reservation_values):
    """Return the point that NegMAS calls Kalai-Smorodinsky, to compare with the record only.

    Of the efficient packages, the one on which the greatest and the least part differ least; a part is
    the gain divided by the greatest gain from any package, also from those that others would not sign.
    """
    marked = np.flatnonzero(pareto_efficient(utilities, signable(utilities, reservation_values)))
    if not len(marked):
        return NONE
    start = np.maximum(reservation_values, utilities.min(axis=1))
    parts = (utilities[:, marked] - start[:, None]) / (utilities.max(axis=1) - start)[:, None]
    spread = parts.max(axis=0) - parts.min(axis=0)
    return int(marked[spread <= spread.min() + TIE][0])
