"""The probabilistic Condorcet election: who prevails over all the others [Wise2015]_."""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool, Float

from sim.solutions.choice import greatest


def conditional(
    victory: Float[np.ndarray, "*worlds candidates candidates"],
    running: Bool[np.ndarray, "*worlds candidates"] | None = None,
) -> Float[np.ndarray, "*worlds candidates"]:
    """Return the probability of each candidate, given that one prevails over every other.

    It is the product of the candidate's probabilities of victory, divided by the sum of these products. In
    that product a copy of the candidate would count as one more rival, met with probability 1/2: so let
    `running` leave out copies.

    Parameters
    ----------
    victory
        The probability that each candidate (row) prevails over each other (column).
    running
        Who stands for election; all if not given. The others have probability 0.

    Where no candidate can prevail over every other, as in a cycle under binary victory, those remain that
    are beaten for certain by the fewest: what the probabilities tend to as a sure defeat becomes sure.

    Examples
    --------
    >>> conditional(np.array([[0.5, 0.75], [0.25, 0.5]]))
    array([0.75, 0.25])
    """
    who = np.ones(victory.shape[:-1], dtype=bool) if running is None else running
    rivals = who[..., None, :] & ~np.eye(victory.shape[-1], dtype=bool)
    defeats = np.where(who, (rivals & (victory == 0)).sum(axis=-1), victory.shape[-1])
    left = who & (defeats == defeats.min(axis=-1, keepdims=True))
    chances = np.log(np.where(victory > 0, victory, 1.0)).sum(axis=-1, where=rivals)
    most = greatest(chances, left)[..., None]  # in logarithms: a product of many would become zero
    parts = np.exp(np.where(left, chances - most, -np.inf))
    return np.asarray(parts / parts.sum(axis=-1, keepdims=True))


def markov(
    victory: Float[np.ndarray, "*worlds candidates candidates"],
    running: Bool[np.ndarray, "*worlds candidates"] | None = None,
) -> Float[np.ndarray, "*worlds candidates"]:
    """Return how often each candidate is the one in place, where challengers come again and again.

    A challenger is drawn from all candidates, each as likely as another; who prevails is in place. What
    is returned is the stationary distribution. There is just one, as of any two one can follow the other.

    Parameters
    ----------
    victory, running
        As of `conditional`.

    Examples
    --------
    >>> markov(np.array([[0.5, 0.75], [0.25, 0.5]]))
    array([0.75, 0.25])
    """
    who = np.ones(victory.shape[:-1], dtype=bool) if running is None else running
    meet = who[..., :, None] & who[..., None, :]
    moves = np.where(meet, victory, 0.0)  # [i, j]: from j to i; how often challengers come does not matter
    each = np.arange(moves.shape[-1])
    moves[..., each, each] = 0.0
    moves[..., each, each] = np.where(who, -moves.sum(axis=-2), 1.0)
    ones = np.broadcast_to(who[..., None, :], moves.shape)
    first = (each == who.argmax(axis=-1)[..., None])[..., None]  # one balance follows from the others
    balances = np.where(first, ones, moves)
    shares = np.linalg.solve(balances, first.astype(float))[..., 0].clip(0)
    return np.asarray(shares / shares.sum(axis=-1, keepdims=True))
