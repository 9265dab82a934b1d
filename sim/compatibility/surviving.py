"""The probability that a package crosses no line that is really held.

Each line is held with its firmness, and independently of the others; so the probability that none of
some lines is held is the product of 1 - E[firmness], exactly, and the expected number held the sum.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

import numpy as np

from sim.compatibility import bits
from sim.compatibility.tally import Tally
from sim.scenario import Scenario


def p_acceptable(scenario: Scenario, lines: Iterable[str]) -> float:
    """Return the probability, 0 to 1, that none of these lines is held.

    Examples
    --------
    >>> import sim
    >>> round(p_acceptable(sim.load("2025-08-21"), ["no-foreign-troops"]), 3)
    0.075
    """
    return math.prod((1 - firmness(scenario, line) for line in lines), start=1.0)


def p_some_acceptable(scenario: Scenario, ways: Iterable[frozenset[str]]) -> float:
    """Return the probability that, for at least one of several sets of lines, none of its lines is held.

    Exactly, by settling one line after the other (Shannon expansion).

    Examples
    --------
    >>> import sim
    >>> case = sim.load("2025-08-21")
    >>> one, other = frozenset(["no-foreign-troops"]), frozenset(["not-without-russia"])
    >>> round(p_some_acceptable(case, [one, other]), 5)  # 1 - 0.925 * 0.85
    0.21375
    """
    sets = frozenset(ways)
    return _p_some(sets, {line: firmness(scenario, line) for way in sets for line in way})


def _p_some(ways: frozenset[frozenset[str]], firm: Mapping[str, float]) -> float:
    if not ways or frozenset() in ways:
        return float(bool(ways))
    line = max(sorted(set().union(*ways)), key=lambda one: sum(one in way for way in ways))
    held = frozenset(way for way in ways if line not in way)
    given_up = frozenset(way - {line} for way in ways)
    return firm[line] * _p_some(held, firm) + (1 - firm[line]) * _p_some(given_up, firm)


def expected_held(scenario: Scenario, lines: Iterable[str]) -> float:
    """Return how many of these lines are held on average."""
    return math.fsum(firmness(scenario, line) for line in lines)


def firmness(scenario: Scenario, line: str) -> float:
    """Return the probability that a line is held: the mean of its firmness."""
    return scenario.red_lines[line][1].firmness.mean


def likeliest(scenario: Scenario, kinds: Tally, most: int) -> list[tuple[int, float]]:
    """List packages that cross lines but are most likely to cross none that is held: index, probability.

    One package, the first, stands for all that are stopped by the same lines.
    """
    stopped = np.flatnonzero(kinds.words.any(axis=1))
    soft = 1 - np.array([firmness(scenario, line) for line in scenario.red_lines])
    members = bits.unpack(kinds.words[stopped], len(soft))
    chances = np.where(members, soft, 1.0).prod(axis=1)
    order = np.argsort(-chances, kind="stable")[:most]
    return [(int(kinds.first[stopped[kind]]), float(chances[kind])) for kind in order]
