"""Everything that a class's papers rest on: one world, how the simulator fared in it, and in other worlds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from sim.analysis.briefing.classroom import Classroom, classroom
from sim.analysis.briefing.order import Order
from sim.analysis.briefing.role import Role
from sim.ensemble.runner import play
from sim.negotiation.endings import Ending
from sim.negotiation.watched import Watched, watch
from sim.scenario import Factorial, Scenario

LISTED = 40
"""So many packages are listed at most; that there are more is said."""

MOST_WORLDS = 1_000
AT_MOST = 2**24
"""How many packages of how many worlds are played at most, unless more worlds are asked for."""


@dataclass(frozen=True, eq=False)
class Briefing:
    """A class's world, and what the simulator makes of the same case.

    Parameters
    ----------
    room
        The world in points.
    watched
        How the simulator's own negotiation went in it.
    endings
        How many of so many worlds end in each way.
    """

    room: Classroom
    watched: Watched
    endings: Mapping[Ending, int]

    @property
    def case(self) -> Scenario:
        """The scenario."""
        return self.room.case

    @property
    def worlds(self) -> int:
        """In how many worlds it was looked how they end."""
        return sum(self.endings.values())

    @cached_property
    def listed(self) -> tuple[int, ...]:
        """Return the packages that can be signed: those that are efficient first, `LISTED` at most.

        After that those come first whose parties, all told, have most points; equals in index order.
        """
        found = np.flatnonzero(self.room.acceptable)
        total = np.sum([each.totals[found] for each in self.room.roles.values()], axis=0)
        order = np.lexsort((found, -total, ~self.room.efficient[found]))
        return tuple(found[order][:LISTED].tolist())

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values, for JSON; points are points, not tenths."""
        room, case = self.room, self.case
        return {
            "scenario": case.name,
            "title": case.title,
            "hash": case.hash,
            "seed": room.seed,
            "world": room.world,
            "order": list(room.order),
            "parties": {party: dict(self._role(each)) for party, each in room.roles.items()},
            "zopa": {
                "count": int(room.acceptable.sum()),
                "of": int(room.public.possible.sum()),
                "efficient": int(room.efficient.sum()),
                "by_rounding": room.by_rounding,
                "packages": [self._package(index) for index in self.listed],
            },
            "solutions": {
                name: self._package(index) if index >= 0 else None for name, index in room.solutions.items()
            },
            "simulator": {
                "ending": self.watched.ending.name,
                "round": self.watched.round,
                "agreement": None if self.watched.package is None else self._package(self.watched.package),
            },
            "worlds": self.worlds,
            "endings": {ending.name: count for ending, count in self.endings.items()},
        }

    def _role(self, each: Role) -> Iterator[tuple[str, Any]]:
        case = self.case
        yield "name", case.parties[each.party].name
        if isinstance(each.sheet, Order):
            yield "places", each.sheet.last
        else:
            yield (
                "points",
                {
                    issue: dict(zip(told.options, (tenths / 10 for tenths in options), strict=True))
                    for (issue, told), options in zip(case.issues.items(), each.sheet.options, strict=True)
                },
            )
        yield "needs", shown(each, each.least)
        yield "needs_in_the_end", shown(each, each.least_in_the_end)
        yield "no_deal_by_round", {str(round_): shown(each, need) for round_, need in each.needs.items()}
        yield "red_lines", {one.line: {"real": one.real, "until": one.until} for one in each.lines}
        yield "patience", each.patience

    def _package(self, index: int) -> dict[str, Any]:
        return {
            "package": self.case.space.package(index),
            "worth": {party: shown(each, int(each.totals[index])) for party, each in self.room.roles.items()},
            "can_be_signed": bool(self.room.acceptable[index]),
            "efficient": bool(self.room.efficient[index]),
        }


def shown(role: Role, total: int) -> float | int:
    """Return what is worth so much to a party as its sheet says it: in points, or as a place in its order.

    Of what an order needs: the last place that is good enough, 0 if none is.
    """
    return role.sheet.last - total if isinstance(role.sheet, Order) else total / 10


def briefing(case: Scenario, seed: int, world: int, worlds: int | None = None) -> Briefing:
    """Draw a class's world, let the simulator play it, and see how other worlds with this seed end.

    If no number of worlds is given, 1,000 are played, or fewer where there are many packages.

    Raises
    ------
    InputError
        If there are too many packages, or the design has not so many worlds.

    Examples
    --------
    >>> import sim
    >>> found = briefing(sim.load("2025-08-21"), seed=20250821, world=0, worlds=50)
    >>> found.worlds, found.watched.ending
    (50, <Ending.AGREED: 0>)
    """
    room = classroom(case, seed, world)
    played = watch(case, seed, world)
    size = worlds or few_worlds(case)
    ending = play(case.but(ensemble=case.ensemble.but(worlds=size)), size, seed).ending
    return Briefing(room, played, {each: int(np.count_nonzero(ending == each)) for each in Ending})


def few_worlds(case: Scenario) -> int:
    """Return how many worlds are soon played; a factorial design wants all its combinations equally often.

    Examples
    --------
    >>> import sim
    >>> few_worlds(sim.load("2025-08-21")), few_worlds(sim.load("published/csis-2025-03"))
    (1000, 16)
    """
    few = max(1, min(MOST_WORLDS, AT_MOST // case.space.size))
    design = case.ensemble.design
    return max(few // design.cells, 1) * design.cells if isinstance(design, Factorial) else few
