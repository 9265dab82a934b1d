"""Some parties settle a package first; the others then take it or leave it [Putnam1988]_."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from jaxtyping import UInt64

from sim.axes import PackageMask
from sim.negotiation.protocols.protocol import Protocol
from sim.negotiation.table import Rows
from sim.scenario.noun import Noun

if TYPE_CHECKING:
    from sim.negotiation.model import Negotiation
    from sim.negotiation.party_agent import PartyAgent


class RatificationSettings(Noun):
    """Who settles a package, and who ratifies it; without either list the last to speak ratifies."""

    first: tuple[str, ...] | None = None
    """The parties that settle a package; without it, those that do not ratify."""
    then: tuple[str, ...] | None = None
    """The parties that ratify it; without it, those that do not settle it."""
    foresees: bool = True
    """Whether the first circle considers only packages that cross none of the others' stated lines."""


class Ratification(Protocol):
    """The first circle plays alternating offers; what it settles on is put to the others, once.

    The first circle settles a package when each of its members whose consent that needs has accepted it.
    Then each of the others whose consent it needs says yes if it can accept it. If all do it is agreed,
    otherwise there is no deal. A first circle that *foresees* considers only packages that cross no line
    stated by one of the others whose consent they need; which lines they hold it cannot know.
    """

    Settings = RatificationSettings
    settings: RatificationSettings

    def __init__(self, model: Negotiation) -> None:
        super().__init__(model)
        parties = model.positions.parties
        first, then = circles(self.settings, model.case.speaking_order)
        self.first = frozenset(map(parties.index, first))
        self.then = frozenset(map(parties.index, then))
        bits = np.uint64(sum(1 << place for place in self.first))
        self._consent: UInt64[np.ndarray, "packages"] = model.table.consent & bits

    def among(self, party: str) -> PackageMask:
        """Leave out, for a first circle that foresees, what crosses a line the others have stated."""
        positions = self.model.positions
        negotiable: PackageMask = positions.negotiable
        if not self.settings.foresees or positions.parties.index(party) not in self.first:
            return negotiable
        for other in self.then:
            negotiable = negotiable & ~(positions.blocking & positions.lines_of(other)).any(axis=1)
        return negotiable

    def play_round(self) -> None:
        """Let the first circle speak, and put to the others what it has settled."""
        model = self.model
        for agent, rows in model.turns():
            if agent.index in self.first:
                settled = model.speak(agent, rows, self._consent)
                if settled.size:
                    self._ratify(settled)

    def _ratify(self, rows: Rows) -> None:
        model, table = self.model, self.model.table
        packages = table.offer[rows]
        for agent in model.parties:
            if agent.index in self.then:
                asked = table.asks(agent.index, packages)
                self._ask(agent, rows[asked], packages[asked])
        model.look(rows)
        ratified = table.is_settled(rows)
        table.agree(rows[ratified], packages[ratified], model.round)
        model.fail(rows[~ratified])

    def _ask(self, agent: PartyAgent, rows: Rows, packages: Rows) -> None:
        takes = agent.seat.can_accept(rows, packages)
        self.model.table.sign(rows[takes], agent.index)
        self.model.record_answer(agent, rows, packages, takes, ("accepts", "refuses"))


def circles(
    settings: RatificationSettings, speaking_order: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who settles and who ratifies; without settings, the last to speak ratifies.

    Examples
    --------
    >>> circles(RatificationSettings(), ("a", "b", "c"))
    (('a', 'b'), ('c',))
    >>> circles(RatificationSettings(first=("c",)), ("a", "b", "c"))
    (('c',), ('a', 'b'))
    """
    first, then = settings.first, settings.then
    if first is None and then is None:
        then = speaking_order[-1:] if len(speaking_order) > 1 else ()
    if first is None:
        first = tuple(party for party in speaking_order if party not in (then or ()))
    if then is None:
        then = tuple(party for party in speaking_order if party not in first)
    return first, then
