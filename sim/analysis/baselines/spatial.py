"""Utilities from distances, and attitudes to risk from a first election: KTAB's spatial model [Wise2015]_."""

from __future__ import annotations

import numpy as np
from jaxtyping import Float

from sim.analysis.baselines.condorcet import conditional
from sim.analysis.baselines.victory import strengths, victory
from sim.solutions.choice import ROUNDING


def distances(
    positions: Float[np.ndarray, "parties dimensions"],
    saliences: Float[np.ndarray, "parties dimensions"],
    candidates: Float[np.ndarray, "candidates dimensions"],
) -> Float[np.ndarray, "parties candidates"]:
    """Return how far each candidate is from each party, as the party sees it, 0 to 1.

    Parameters
    ----------
    positions, candidates
        Places from 0 to 1 on each dimension.
    saliences
        How much each dimension matters to each party, 0 or more, and not 0 for all.

    Examples
    --------
    >>> distances(np.array([[0.0, 0.0]]), np.array([[3.0, 4.0]]), np.array([[1.0, 0.0], [1.0, 1.0]]))
    array([[0.6, 1. ]])
    """
    away = saliences[:, None, :] * (positions[:, None, :] - candidates)
    return np.sqrt((away**2).sum(axis=2) / (saliences**2).sum(axis=1)[:, None])


def spatial_utilities(
    distance: Float[np.ndarray, "parties candidates"], risk: Float[np.ndarray, "parties"]
) -> Float[np.ndarray, "parties candidates"]:
    """Return (1 - d) (1 + d R): utilities that fall from 1 to 0, in a straight line where R is 0.

    Examples
    --------
    >>> spatial_utilities(np.array([[0.0, 0.5, 1.0]]), np.array([1.0]))
    array([[1.  , 0.75, 0.  ]])
    """
    return (1 - distance) * (1 + distance * risk[:, None])


def risk_attitudes(probabilities: Float[np.ndarray, "parties"]) -> Float[np.ndarray, "parties"]:
    """Return R, from -1/2 for the party whose position is least likely to prevail to 1 for the most likely.

    All are 0 where all positions are equally likely.

    Examples
    --------
    >>> risk_attitudes(np.array([0.1, 0.2, 0.3])).round(6)
    array([-0.5 ,  0.25,  1.  ])
    """
    most, least = probabilities.max(), probabilities.min()
    if most - least <= ROUNDING:
        return np.zeros(len(probabilities))
    return np.asarray((3 * probabilities - (most + 2 * least)) / (2 * (most - least)))


def spatial_election(
    positions: Float[np.ndarray, "parties dimensions"],
    saliences: Float[np.ndarray, "parties dimensions"],
    influence: Float[np.ndarray, "parties"],
) -> tuple[Float[np.ndarray, "parties"], Float[np.ndarray, "parties"]]:
    """Return each party's attitude to risk, and the probability that its position is elected.

    The attitudes come from an election in which nobody minds risk and all positions stand, equal ones too;
    in the second, with these attitudes, each position stands once. Parties that share a position are each
    given its probability. Votes are proportional, victory is linear, the election conditional.

    Examples
    --------
    >>> places, equal = np.array([[0.0], [0.5], [1.0]]), np.ones((3, 1))
    >>> risk, probability = spatial_election(places, equal, np.array([1.0, 2.0, 1.0]))
    >>> risk, probability.round(3)
    (array([-0.5,  1. , -0.5]), array([0.275, 0.45 , 0.275]))
    """
    neutral = spatial_utilities(distances(positions, saliences, positions), np.zeros(len(positions)))
    risk = risk_attitudes(_elected(neutral, influence))
    places, which = np.unique(positions, axis=0, return_inverse=True)
    minding = spatial_utilities(distances(positions, saliences, places), risk)
    return risk, _elected(minding, influence)[which.reshape(-1)]


def _elected(
    utilities: Float[np.ndarray, "parties candidates"], influence: Float[np.ndarray, "parties"]
) -> Float[np.ndarray, "candidates"]:
    return conditional(victory(strengths(utilities, influence)))
