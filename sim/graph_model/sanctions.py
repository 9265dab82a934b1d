"""How bad the answers of the opponents can make a package for a party, under three conventions.

A stability concept asks of every improvement of a party whether the opponents can (or would) answer it so
that the party ends no better off than where it started. Only the worst of their answers counts, so it is
enough to know, for each package, the least worth that their sequences of moves from there can lead to.
"""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool, Float, Real

from sim.errors import InputError, Problem, one_of
from sim.graph_model._legal import fill_least
from sim.graph_model._moving import fill_best, mark_deterred
from sim.graph_model._question import Question
from sim.graph_model._turns import fill_once, fill_single
from sim.graph_model.moves import Moves

CONVENTIONS = {
    "legal": "any sequence of the opponents' moves in which no party moves twice in a row",
    "once": "a sequence in which each opponent moves at most once",
    "single": "one move of one opponent",
}
"""Which sequences of moves are an answer."""


def least_worth(
    moves: Moves,
    preferences: Real[np.ndarray, "*worlds parties packages"],
    costs: Real[np.ndarray, "*worlds cases packages"],
    sanctions: str = "legal",
    *,
    improving: bool = False,
    movers: Bool[np.ndarray, "cases parties"] | None = None,
) -> Float[np.ndarray, "*worlds cases packages"]:
    """Find the least cost that sequences of moves from each package lead to; infinity if there are none.

    Parameters
    ----------
    costs
        For each case, what it costs to end at each package. A case is a party, whose opponents move.
    sanctions
        Which sequences count, a key of `CONVENTIONS`. `once` takes memory for every set of movers.
    improving
        Whether each move must be an improvement for its mover on where it starts.
    movers
        Who moves in each case, where a case is not the opponents of the party of the same number.

    Raises
    ------
    InputError
        If there is no such convention.

    Examples
    --------
    >>> moves = Moves.listed([[[1], [0], []], [[2], [], [0]]])
    >>> preferences = np.array([[1, 2, 0], [0, 1, 2]])
    >>> least_worth(moves, preferences, preferences)
    array([[ 0., inf,  1.],
           [ 1.,  0., inf]])
    """
    if sanctions not in CONVENTIONS:
        raise InputError([Problem(one_of("sanction convention", sanctions, CONVENTIONS), path="sanctions")])
    who = ~np.eye(moves.parties, dtype=bool) if movers is None else movers
    ending = in_a_row(costs)
    question = Question(in_a_row(preferences), ending, who, improving, np.full(ending.shape, np.inf))
    if sanctions == "legal":
        order = np.argsort(ending, axis=-1)  # ties cannot change what is least
        fill_least(moves.backward, question, order)
    else:
        fill = fill_once if sanctions == "once" else fill_single
        fill(moves.forward, question)
    return question.least.reshape(costs.shape)


def best_worth(
    moves: Moves, preferences: Real[np.ndarray, "*worlds parties packages"]
) -> Float[np.ndarray, "*worlds parties packages"]:
    """Find the most that each party can have by staying at each package, or by one move of its own.

    Examples
    --------
    >>> best_worth(Moves.listed([[[1], [0], []]]), np.array([[1, 2, 0]]))
    array([[2., 2., 0.]])
    """
    worth = in_a_row(preferences)
    best = np.empty(worth.shape)
    fill_best(moves.forward, worth, best)
    return best.reshape(preferences.shape)


def deterred(
    moves: Moves,
    preferences: Real[np.ndarray, "*worlds parties packages"],
    least: Float[np.ndarray, "*worlds parties packages"],
) -> Bool[np.ndarray, "*worlds parties packages"]:
    """Mark the possible packages from which every improvement can end no better for the party than staying.

    `least` is what each package can be made worth to the party after it moved there. A party that has no
    improvement is stable.

    Examples
    --------
    >>> deterred(Moves.listed([[[1], [0], []]]), np.array([[1, 2, 0]]), np.full((1, 3), np.inf))
    array([[False,  True,  True]])
    """
    worth = in_a_row(preferences)
    stable = np.empty(worth.shape, dtype=bool)
    stable[:] = moves.possible
    mark_deterred(moves.forward, worth, in_a_row(least), stable)
    return stable.reshape(preferences.shape)


def in_a_row(values: Real[np.ndarray, "*worlds cases packages"]) -> Float[np.ndarray, "row cases packages"]:
    """Bring worlds into one axis, as floats: what loops take.

    Examples
    --------
    >>> in_a_row(np.zeros((2, 3, 4, 5))).shape
    (6, 4, 5)
    """
    *worlds, cases, packages = values.shape
    return np.ascontiguousarray(values, dtype=np.float64).reshape(int(np.prod(worlds)), cases, packages)
