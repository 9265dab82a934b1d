"""Why a package is stable for a party or not: each of its improvements, and how the others answer it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Real

from sim.errors import InputError, Problem, one_of
from sim.graph_model.concepts import CONCEPTS
from sim.graph_model.moves import Moves
from sim.graph_model.paths import Path, walks

NONE = -1
"""No package."""


@dataclass(frozen=True)
class Answer:
    """What comes of one improvement.

    Parameters
    ----------
    improvement
        The package that the party could move to.
    path
        The shortest sequence of the others' moves from there that deters it; empty if nobody can or would.
    reply
        The best that the party can have after that: the path's last package itself, or where a move of its
        own leads from it. -1 unless the concept asks for it (`smr`) and there is a path.
    """

    improvement: int
    path: Path = ()
    reply: int = NONE

    @property
    def deters(self) -> bool:
        """Whether the party has no reason left to make the improvement."""
        return bool(self.path)


@dataclass(frozen=True)
class Explanation:
    """Why a party stays at a package, or leaves it.

    Parameters
    ----------
    party, package
        Who, and where.
    concept, sanctions
        By which concept and convention.
    answers
        One for each improvement, in index order.
    """

    party: int
    package: int
    concept: str
    sanctions: str
    answers: tuple[Answer, ...] = ()

    @property
    def rational(self) -> bool:
        """Whether the party is stable because it has no improvement."""
        return not self.answers

    @property
    def stable(self) -> bool:
        """Whether every improvement is deterred."""
        return all(answer.deters for answer in self.answers)

    @property
    def open(self) -> tuple[int, ...]:
        """The improvements that nobody can or would answer: why the party is not stable."""
        return tuple(answer.improvement for answer in self.answers if not answer.deters)


def explain(
    moves: Moves,
    preferences: Real[np.ndarray, "parties packages"],
    party: int,
    package: int,
    *,
    concept: str = "seq",
    sanctions: str = "legal",
) -> Explanation:
    """Find why a possible package is stable for a party or not, in one world.

    Raises
    ------
    InputError
        If there is no such concept, convention or package.

    Examples
    --------
    >>> moves = Moves.listed([[[1], [], []], [[], [2], []]])
    >>> preferences = np.array([[1, 2, 0], [0, 1, 2]])
    >>> found = explain(moves, preferences, party=0, package=0)
    >>> found.stable, found.rational, found.answers
    (True, False, (Answer(improvement=1, path=(Step(party=1, package=2),), reply=-1),))
    >>> explain(moves, preferences, party=0, package=0, concept="nash").open
    (1,)
    """
    if concept not in CONCEPTS:
        raise InputError([Problem(one_of("concept", concept, CONCEPTS), path="concept")])
    asked, worth = Explanation(party, package, concept, sanctions), preferences[party]
    improvements = [end for end in moves.of(party, package) if worth[end] > worth[package]]
    return replace(asked, answers=tuple(_answer(moves, preferences, asked, end) for end in improvements))


def _answer(
    moves: Moves, preferences: Real[np.ndarray, "parties packages"], asked: Explanation, improvement: int
) -> Answer:
    """Find the shortest answer to one improvement."""
    party, concept = asked.party, asked.concept
    others = [] if concept == "nash" else [other for other in range(moves.parties) if other != party]
    credible = preferences if concept == "seq" else None
    for path in walks(moves, improvement, credible, others, asked.sanctions):
        end = path[-1].package
        reply = _reply(moves, preferences[party], party, end) if concept == "smr" else end
        if preferences[party, reply] <= preferences[party, asked.package]:
            return Answer(improvement, path, reply if concept == "smr" else NONE)
    return Answer(improvement)


def _reply(moves: Moves, worth: Real[np.ndarray, "packages"], party: int, package: int) -> int:
    """Return the best package that a party can have by one move, or by staying if that is as good."""
    return max([package, *moves.of(party, package)], key=lambda end: worth[end])
