"""The Mesa model: one negotiation, played in many worlds at once."""

from __future__ import annotations

from collections.abc import Iterator

import mesa
import numpy as np
from jaxtyping import Bool, UInt64

from sim.axes import HeldWords
from sim.compatibility import Positions, positions
from sim.negotiation.chance import chance
from sim.negotiation.closest import Closest
from sim.negotiation.collecting import collector
from sim.negotiation.endings import Ending
from sim.negotiation.outcomes import Outcomes
from sim.negotiation.party_agent import PartyAgent
from sim.negotiation.protocols import PROTOCOLS
from sim.negotiation.seat import Seat
from sim.negotiation.table import ACCEPTS, NONE, Rows, Table
from sim.negotiation.transcript import Action, Turn
from sim.scenario import Scenario
from sim.worlds import Worlds, draw

PURPOSES = 8
"""For how many purposes a round may throw dice; throws do not depend on how many rounds there are."""


class Negotiation(mesa.Model):  # type: ignore[misc]  # Mesa is not typed
    """Parties negotiate over the packages of a scenario, in a batch of worlds at once.

    `step()` is one round in all worlds. With one world it is the negotiation a person watches; with
    thousands it is the distribution; they are the same code. Everything uncertain is drawn when the
    model is made; after that nothing is random.

    Parameters
    ----------
    case
        The scenario. (Mesa keeps the attribute `scenario` for itself.)
    worlds
        How many worlds to draw, or worlds already drawn.
    first
        Number of the first world.
    rng
        The seed that worlds are drawn from; the scenario's own if it is not given.
    public
        The public side of the scenario, if it is at hand already.
    watched
        Keep a transcript of the first world in `transcript`.

    Attributes
    ----------
    parties
        The agents at the table, in the order of the scenario.
    round, rounds
        The current round, counted from 1, and how many there are at most.
    table
        The offer, the acceptances and the endings of all worlds.
    protocol
        The rules of the table.
    transcript, datacollector
        Of a watched negotiation: every turn in the first world; round by round, as Mesa collects it, the
        offer on the table and its acceptances, and each party's offer, utility and acceptance.

    Examples
    --------
    >>> import sim
    >>> model = Negotiation(sim.load("2025-08-21"), worlds=100, rng=1)
    >>> outcomes = model.play()
    >>> len(outcomes), model.running
    (100, False)
    """

    running: bool

    def __init__(
        self,
        case: Scenario,
        worlds: int | Worlds = 1,
        *,
        first: int = 0,
        rng: int | None = None,
        public: Positions | None = None,
        watched: bool = False,
    ) -> None:
        seed = case.ensemble.seed if rng is None else rng
        super().__init__(rng=seed)
        self.case = case
        self.worlds = worlds if isinstance(worlds, Worlds) else draw(case, seed, first, int(worlds))
        self.positions = public or positions(case)
        self.rounds = case.negotiation.rounds
        self.round = 0
        self.table = Table(len(self.worlds), self.positions.consent_bits)
        self.closest = Closest(self.positions, self.worlds, self.rounds)
        self.protocol = PROTOCOLS[case.negotiation.protocol](self)
        self.parties = [PartyAgent(self, party) for party in case.at_the_table]
        self._listeners = [agent for agent in self.parties if agent.listens]
        self._listeners_to_yes = [agent for agent in self.parties if agent.listens_to_yes]
        self.watched = watched
        self.transcript: list[Turn] = []
        self.datacollector = collector() if watched else None
        self._order = self.worlds.order if (self.worlds.order != self.worlds.order[0]).any() else None
        by_place = {agent.index: agent for agent in self.parties}
        self._in_turn = [by_place[place] for place in self.worlds.order[0] if place in by_place]
        self._turning_points = frozenset(np.unique(self.worlds.gives_way).tolist())
        self._held: tuple[int, HeldWords] | None = None

    def step(self) -> None:
        """Play one round in every world that has not ended; once all have ended, do nothing."""
        if not self.running:
            return
        self.round += 1
        self.agents.do("begin_round")
        self.protocol.play_round()
        self._let_leave()
        if self.round == self.rounds:
            self.fail(self.table.going_on)
        if self.datacollector is not None:
            self.datacollector.collect(self)
        self.running = bool(self.table.going_on.size)

    def play(self) -> Outcomes:
        """Play to the end of every world."""
        while self.running:
            self.step()
        return self.outcomes()

    def close(self) -> None:
        """Let go of everything; the model is of no more use.

        Mesa's models and agents hold one another, so Python would keep their arrays until its next sweep.
        """
        self.__dict__.clear()

    def outcomes(self) -> Outcomes:
        """Tell how each world ended; all of them must have."""
        table, worlds = self.table, self.worlds
        agreed = table.ending == Ending.AGREED
        left_with = worlds.reservation_values_at(self.rounds).copy()
        left_with[agreed] = worlds.utilities[agreed, :, table.package[agreed]]
        return Outcomes(
            world=worlds.first + np.arange(len(worlds)),
            package=table.package,
            round=table.round,
            ending=table.ending,
            utilities=left_with,
            left_by=table.left_by,
            closest=self.closest.package,
            acceptances=self.closest.acceptances,
        )

    @property
    def held_now(self) -> HeldWords | None:
        """The lines held in this round, or None if they are those of the round before."""
        if self.round > 1 and self.round not in self._turning_points:
            return None
        if self._held is None or self._held[0] != self.round:
            self._held = self.round, self.worlds.held_at(self.round)
        return self._held[1]

    def seat(self, party: int) -> Seat:
        """Return the seat of a party, by its place in the scenario, before the first round."""
        among = self.protocol.among(self.positions.parties[party])
        return Seat(party, self.positions, self.worlds, self.rounds, among)

    def throw(self, what: int) -> np.ndarray:
        """Return, for each world, this round's number in [0, 1) for one purpose, drawn with the world."""
        return chance(self.worlds.table_luck, PURPOSES * self.round + what)

    def turns(self) -> Iterator[tuple[PartyAgent, Rows]]:
        """Go round the table: who speaks next, and in which worlds; one of several agents at a time."""
        if self._order is None:
            for agent in self._in_turn:
                if self.table.going_on.size:
                    yield agent, self.table.going_on
            return
        for turn in range(self._order.shape[1]):
            for agent in self.parties:
                rows = self.table.going_on
                rows = rows[self._order[rows, turn] == agent.index]
                if rows.size:
                    yield agent, rows

    def speak(self, agent: PartyAgent, rows: Rows, consent: UInt64[np.ndarray, "packages"]) -> Rows:
        """Let a party reply to what lies on the table; return where all whose `consent` it needs accept."""
        table = self.table
        replies = agent.replies(rows, table)
        self.announce(agent, rows, replies)
        if self.watches(rows):
            facing = table.offer[0] if table.offered_by[0] != agent.index else NONE
            self._record_reply(agent, int(facing), int(replies[0]))
        accepts, settled = table.take(rows, agent.index, replies, consent)
        if accepts:
            self.look(rows[replies == ACCEPTS])
        return settled

    def announce(self, agent: PartyAgent, rows: Rows, replies: Rows) -> None:
        """Let the others hear what a party replies: they learn of offers and acceptances, and no more."""
        if self._listeners:
            made = replies >= 0
            where, packages = (rows, replies) if made.all() else (rows[made], replies[made])
            for other in self._listeners:
                if other is not agent and where.size:
                    other.hears(where, agent.index, packages)
        if self._listeners_to_yes:
            yes = rows[replies == ACCEPTS]
            for other in self._listeners_to_yes:
                if other is not agent and yes.size:
                    other.strategy.hears_yes(yes, agent.index, self.table.offer[yes])

    def look(self, rows: Rows) -> None:
        """Note how close what lies on the table has come to agreement, where acceptances were added."""
        self.closest.look(self.table, rows)

    def watches(self, rows: Rows) -> bool:
        """Tell whether the watched world is among some worlds."""
        return self.watched and rows.size > 0 and bool(rows[0] == 0)

    def record_answer(
        self,
        agent: PartyAgent,
        rows: Rows,
        packages: Rows,
        yes: Bool[np.ndarray, "rows"],
        actions: tuple[Action, Action],
    ) -> None:
        """Note in the watched world that a party says yes to a package, or no and why."""
        if self.watches(rows):
            why = "" if yes[0] else agent.why_not(0, int(packages[0]))
            self.record(agent.party, actions[0] if yes[0] else actions[1], int(packages[0]), why=why)

    def record(
        self, party: str, action: Action, package: int = NONE, refused: int = NONE, why: str = ""
    ) -> None:
        """Note a turn in the watched world."""
        self.transcript.append(Turn(self.round, party, action, package, refused, why))

    def fail(self, rows: Rows) -> None:
        """End some worlds without a deal, and say whether there was a package to be found."""
        possible = self.closest.has_zopa(self.table, rows)
        self.table.end(rows[possible], Ending.DEADLINE, self.round)
        self.table.end(rows[~possible], Ending.NO_ZOPA, self.round)

    def _record_reply(self, agent: PartyAgent, facing: int, reply: int) -> None:
        if reply == ACCEPTS:
            self.record(agent.party, "accepts", facing)
            return
        why = agent.why_not(0, facing) if facing != NONE else ""
        agent.last_offer = reply
        self.record(agent.party, "passes" if reply == NONE else "offers", reply, facing, why)

    def _let_leave(self) -> None:
        for agent in self.parties:
            rows = self.table.going_on
            if not agent.may_leave or not rows.size:
                continue
            leaving = rows[agent.leaves(rows)]
            if self.watches(leaving):
                self.record(agent.party, "walks out", why=agent.why_it_leaves(0))
            self.table.leave(leaving, agent.index, self.round)
