"""Whether two parties could agree if they were alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from sim.compatibility import bits
from sim.compatibility.grid import fits, grid
from sim.compatibility.narrowing import alone
from sim.compatibility.survey import survey
from sim.compatibility.tally import Tally, gathered, tally
from sim.scenario import Scenario

Pair = tuple[str, str]


def pairs(scenario: Scenario) -> dict[Pair, int | None]:
    """Count, for any two parties that state red lines, the packages that cross no line of either.

    None means that some package does, and that they were not counted.

    Examples
    --------
    >>> import sim
    >>> pairs(sim.load("2025-08-21"))["ukraine", "us"]
    99
    """
    stating = [name for name, party in scenario.parties.items() if party.red_lines]
    both = list(combinations(stating, 2))
    if not fits(scenario):
        return {pair: survey(alone(scenario, *pair), most=1).compatible for pair in both}
    seen = gathered(_crossings(scenario))
    return {pair: _clear(seen, scenario, pair) for pair in both}


def _crossings(scenario: Scenario) -> Iterator[Tally]:
    for block in grid(scenario).blocks():
        inside = np.flatnonzero(block.possible)
        yield tally(block.crossing[inside], block.first + inside)


def _clear(seen: Tally, scenario: Scenario, pair: Pair) -> int:
    lines = bits.pack(np.array([party in pair for party, _ in scenario.red_lines.values()]))
    return int(seen.counts[~(seen.words & lines).any(axis=1)].sum())
