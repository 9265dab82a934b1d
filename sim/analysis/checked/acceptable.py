"""Which packages are worth it to everybody, where preferences are certain and nothing need be drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from sim.compatibility import positions
from sim.scenario import Distribution, Party, Scenario
from sim.scenario.distributions import Certain
from sim.worlds import Streams, no_deal
from sim.worlds.draw import utilities

MOST_NUMBERS = 2**26
"""How many utilities may be looked at, packages times parties."""


@dataclass(frozen=True)
class Acceptable:
    """Packages worth at least its reservation value to every party whose consent they need.

    Parameters
    ----------
    count
        How many there are; a package that asks nobody for anything settles nothing and is not counted.
    compatible
        How many of these also cross no red line of a party whose consent they need.
    nobody_asked
        How many possible packages need nobody's consent.
    """

    count: int
    compatible: int
    nobody_asked: int


def acceptable(case: Scenario) -> Acceptable | None:
    """Count acceptable packages; None if preferences are uncertain or absent, or packages too many."""
    if not _is_certain(case) or case.space.size * len(case.parties) > MOST_NUMBERS:
        return None
    public = positions(case)
    nothing_drawn = Streams(seed=0, first=0, worlds=1)
    worth = utilities(case, nothing_drawn, compiled=False)[0]
    least = no_deal(case, "value", nothing_drawn)[0]
    accepted = public.negotiable & (~public.consent | (worth >= least[:, None])).all(axis=0)
    return Acceptable(
        count=int(np.count_nonzero(accepted)),
        compatible=int(np.count_nonzero(accepted & ~public.blocking.any(axis=1))),
        nobody_asked=int(np.count_nonzero(public.possible & ~public.negotiable)),
    )


def _is_certain(case: Scenario) -> bool:
    numbers = [number for party in case.parties.values() for number in _numbers(party)]
    some = any(party.preferences.scores or party.preferences.is_order for party in case.parties.values())
    return some and all(isinstance(number, Certain) for number in numbers)


def _numbers(party: Party) -> Iterator[Distribution]:
    yield from party.preferences.weights.values()
    for scores in party.preferences.scores.values():
        yield from scores.values()
    yield from (party.no_deal.value, party.no_deal.drift)
