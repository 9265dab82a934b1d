"""One world as a class plays it: what all roles can sign, in the points that they have on paper.

Whatever is said of packages here is said in the rounded points of the sheets, so that what a class adds up is
what it is compared with. `by_rounding` counts where exact utilities would say otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from jaxtyping import Bool, Float, UInt64

from sim.analysis.briefing.order import Order
from sim.analysis.briefing.points import FULL
from sim.analysis.briefing.role import Role, role
from sim.axes import PackageMask
from sim.compatibility import Positions, positions
from sim.compatibility.minimal_sets import Lines, conflicts
from sim.negotiation.diagnosis.obstacles import MOST, obstacles
from sim.scenario import Scenario
from sim.solutions import CONCEPTS, pareto_efficient
from sim.worlds import draw


@dataclass(frozen=True)
class InTheWay:
    """Red lines and reservation values: sets of places among `sim.negotiation.diagnosis.ids.obstacle_ids`.

    Parameters
    ----------
    together
        What no package satisfies together, as minimal sets.
    enough
        What it would be enough to give up, as minimal sets.
    all_together, all_enough
        Whether these lists are whole.
    """

    together: list[Lines]
    enough: list[Lines]
    all_together: bool
    all_enough: bool


@dataclass(frozen=True, eq=False)
class Classroom:
    """One world, looked at in its last round as for the ZOPA.

    Parameters
    ----------
    case, seed, world
        What was drawn.
    roles
        Every party's private side.
    public
        What everybody knows.
    held
        The red lines that are held in the last round.
    exactly
        The packages that could be signed by utilities that are not rounded.
    order
        The parties at the table as they speak.
    """

    case: Scenario
    seed: int
    world: int
    roles: Mapping[str, Role]
    public: Positions
    held: UInt64[np.ndarray, "words"]
    exactly: PackageMask
    order: tuple[str, ...]

    @cached_property
    def seats(self) -> Bool[np.ndarray, "parties"]:
        """Who is at the table."""
        return np.array([party in self.case.at_the_table for party in self.case.parties])

    @cached_property
    def unblocked(self) -> PackageMask:
        """Packages that somebody has to sign, and no line of anybody who has to and holds it forbids."""
        return unblocked(self.public, self.held)

    @cached_property
    def acceptable(self) -> PackageMask:
        """The ZOPA: packages that every party whose consent they need can sign."""
        enough = np.stack([each.totals >= each.least_in_the_end for each in self.roles.values()])
        found: PackageMask = self.unblocked & (enough | ~self.public.consent).all(axis=0)
        return found

    @property
    def by_rounding(self) -> int:
        """How many packages could be signed by points and not by utilities, or the other way round."""
        return int(np.count_nonzero(self.acceptable != self.exactly))

    @cached_property
    def efficient(self) -> PackageMask:
        """Acceptable packages to which no other is better for a party at the table and worse for none."""
        marked: PackageMask = pareto_efficient(self._worth[self.seats], self.acceptable)
        return marked

    @property
    def orders(self) -> tuple[str, ...]:
        """The parties of which only the order is known."""
        return tuple(party for party, each in self.roles.items() if isinstance(each.sheet, Order))

    @cached_property
    def solutions(self) -> dict[str, int]:
        """What each concept picks, -1 for nothing; nothing is picked where an order has no points.

        As in `sim.analysis.landing`: of the packages that nobody who has to sign holds a line against, and
        that leave every party at the table at or above its reservation value.
        """
        if not self.seats.any() or any(party in self.case.at_the_table for party in self.orders):
            return {}
        worth, least = self._worth[self.seats], self._least[self.seats]
        return {name: int(concept(worth, least, self.unblocked)) for name, concept in CONCEPTS.items()}

    @cached_property
    def in_the_way(self) -> InTheWay:
        """What keeps everything from being signed; nothing does where something can be."""
        worth = np.empty((len(self.roles), 1, self.case.space.size))
        worth[:, 0] = self._worth
        found = obstacles(
            self.public, np.array([self.world]), self.held[None], worth.transpose(1, 0, 2), self._least[None]
        )
        sets, whole = found.of(self.world), not found.cut.size
        # What meets only some of the sets need not be a conflict.
        together, all_together = conflicts(sets, MOST) if whole and sets else ([], whole)
        return InTheWay(together, sets, all_together, whole)

    @cached_property
    def _worth(self) -> Float[np.ndarray, "parties packages"]:
        return np.stack([each.totals / FULL for each in self.roles.values()])

    @cached_property
    def _least(self) -> Float[np.ndarray, "parties"]:
        return np.array([each.least_in_the_end / FULL for each in self.roles.values()])


def classroom(case: Scenario, seed: int, world: int) -> Classroom:
    """Draw one world and put it into points.

    Raises
    ------
    InputError
        If there are too many packages, or the design has not so many worlds.

    Examples
    --------
    >>> import sim
    >>> room = classroom(sim.load("2025-08-21"), seed=20250821, world=0)
    >>> int(room.acceptable.sum()), room.by_rounding
    (8, 0)
    """
    public = positions(case)
    drawn = draw(case, seed, world, 1)
    last = case.negotiation.rounds
    held = drawn.held_at(last)[0]
    enough = drawn.utilities[0] >= drawn.reservation_values_at(last)[0, :, None]
    parties = tuple(case.parties)
    return Classroom(
        case=case,
        seed=seed,
        world=world,
        roles={party: role(case, seed, drawn, party) for party in parties},
        public=public,
        held=held,
        exactly=unblocked(public, held) & (enough | ~public.consent).all(axis=0),
        order=tuple(parties[place] for place in drawn.order[0]),
    )


def unblocked(public: Positions, held: UInt64[np.ndarray, "words"]) -> PackageMask:
    """Mark packages that somebody has to sign, and no held line of anybody who has to stands against.

    Examples
    --------
    >>> import sim
    >>> public = positions(sim.load("2025-08-21"))
    >>> int(unblocked(public, np.array([1], dtype=np.uint64)).sum())
    72
    """
    return public.negotiable & ((held & public.blocking) == 0).all(axis=1)
