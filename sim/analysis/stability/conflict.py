"""A scenario as a conflict: who can move where, and what each party prefers in each world."""

from __future__ import annotations

import math

import numpy as np
from jaxtyping import Float

from sim.compatibility import Positions
from sim.errors import InputError, Problem
from sim.graph_model import Moves, controlled_moves
from sim.scenario import Scenario
from sim.worlds import Worlds

DIGITS = 12
"""Utilities that are the same to so many digits are the same: what adding up loses is no preference."""

CROSSED = 2.0
"""What crossing a line of its own takes from a package's worth: more than any difference of utilities."""

MOST_CHOICES = 2**25
"""Packages times what a party may choose at each, up to which moves are worked out."""


def moves_of(case: Scenario) -> Moves:
    """Work out every party's moves, from `controls` and `one_way`.

    Raises
    ------
    InputError
        If the scenario does not say who controls what, or has too many packages.

    Examples
    --------
    >>> import sim
    >>> moves = moves_of(sim.load("published/prisoners-dilemma"))
    >>> moves.of(party=0, package=0), moves.of(party=1, package=0)
    ([2], [1])
    """
    if not case.controls:
        expected = "expected who can move on which issues alone: controls: {party: [issues]}"
        raise InputError([Problem(f"{case.name} does not say who controls what, {expected}")])
    issues = list(case.issues)
    held = [[issues.index(issue) for issue in case.controls.get(party, ())] for party in case.parties]
    _demand_few(case)
    ways = {
        issues.index(issue): [case.issues[issue].ids.index(option) for option in way]
        for issue, way in case.one_way.items()
    }
    return controlled_moves(case.space.shape, case.space.possible, held, ways)


def _demand_few(case: Scenario) -> None:
    """Refuse more choices than memory holds."""
    options = {issue: len(told.options) for issue, told in case.issues.items()}
    most = max(math.prod(options[issue] for issue in held) for held in case.controls.values())
    if case.space.size * most > MOST_CHOICES:
        found = f"{case.space.size:,} packages and {most:,} choices of a party are too many for moves"
        raise InputError([Problem(f"{found}, expected at most {MOST_CHOICES:,} multiplied", "controls")])


def preferences(public: Positions, worlds: Worlds) -> Float[np.ndarray, "worlds parties packages"]:
    """Return what each party goes by when it compares packages: more is better, equal is indifferent.

    It is the utility, to twelve digits; and any package that crosses a line the party holds is worse to it
    than any that crosses none. What no deal is worth does not count: things are always somewhere.
    """
    held = worlds.held_at(1)
    worth = np.round(worlds.utilities, DIGITS)
    for party in range(len(public.parties)):
        own = public.crossing & public.lines_of(party)
        crossed = np.zeros(worth.shape[::2], dtype=bool)
        for word in range(own.shape[1]):
            crossed |= (own[None, :, word] & held[:, word, None]) != 0
        worth[:, party] -= CROSSED * crossed
    return worth
