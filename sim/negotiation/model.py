"""The Mesa model: one negotiation, played in many worlds at once."""

from __future__ import annotations

import mesa
import numpy as np
from jaxtyping import Bool

from sim.compatibility import Positions, positions
from sim.negotiation.endings import Ending
from sim.negotiation.history import History
from sim.negotiation.obstacles import obstacles
from sim.negotiation.outcomes import Outcomes
from sim.negotiation.party_agent import PartyAgent
from sim.negotiation.protocols import PROTOCOLS
from sim.negotiation.table import NONE, Rows, Table
from sim.negotiation.transcript import Action, Turn
from sim.scenario import Scenario
from sim.worlds import Worlds, draw


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
    table, history
        The offer, the acceptances and the endings of all worlds; what each party has offered so far.

    Examples
    --------
    >>> import sim
    >>> model = Negotiation(sim.load("2025-08-21"), worlds=100, rng=1)
    >>> outcomes = model.play()
    >>> len(outcomes), model.running
    (100, False)
    """

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
        self.table = Table(len(self.worlds), self.positions.consent)
        self.history = History(len(self.worlds), *self.positions.consent.shape)
        self.parties = [PartyAgent(self, party) for party in case.at_the_table]
        self.play_round = PROTOCOLS[case.negotiation.protocol].play_round
        self.watched = watched
        self.transcript: list[Turn] = []

    def step(self) -> None:
        """Play one round in every world that has not ended."""
        self.round += 1
        self.agents.do("begin_round")
        self.play_round(self)
        if self.round == self.rounds:
            self._reach_deadline()
        self.running = bool(self.table.going_on.any())

    def play(self) -> Outcomes:
        """Play to the end of every world."""
        while self.running:
            self.step()
        return self.outcomes()

    def outcomes(self) -> Outcomes:
        """Tell how each world ended; all of them must have."""
        table, worlds = self.table, self.worlds
        agreed = table.ending == Ending.AGREED
        left_with = worlds.reservation_values_at(self.rounds).copy()
        left_with[agreed] = worlds.utilities[agreed, :, table.package[agreed]]
        failed = np.flatnonzero(table.ending == Ending.NO_ZOPA)
        in_the_way = obstacles(
            self.positions,
            worlds.held_at(self.rounds)[failed],
            worlds.utilities[failed],
            worlds.reservation_values_at(self.rounds)[failed],
        )
        return Outcomes(
            world=worlds.first + np.arange(len(worlds)),
            package=table.package,
            round=table.round,
            ending=table.ending,
            utilities=left_with,
            lines_in_the_way=_spread(in_the_way.lines, failed, len(worlds)),
            reservation_values_in_the_way=_spread(in_the_way.reservation_values, failed, len(worlds)),
        )

    def zopa(self) -> Bool[np.ndarray, "worlds packages"]:
        """Mark the packages acceptable, in this round, to every party whose consent they need."""
        zopa = np.tile(self.positions.negotiable, (len(self.worlds), 1))
        for agent in self.parties:
            zopa &= agent.seat.acceptable | ~self.positions.consent[agent.index]
        return zopa

    def record(self, agent: PartyAgent, rows: Rows, accepts: Bool[np.ndarray, "rows"], offers: Rows) -> None:
        """Note a turn of the watched world; `offers` are those of the rows that do not accept."""
        if not self.watched or rows[0] != 0:
            return
        standing = int(self.table.offer[0]) if self.table.offered_by[0] != agent.index else NONE
        if accepts[0]:
            self.transcript.append(Turn(self.round, agent.party, "accepts", standing, NONE, ""))
            return
        why = agent.why_not(0, standing) if standing != NONE else ""
        package = int(offers[0])
        action: Action = "passes" if package == NONE else "offers"
        self.transcript.append(Turn(self.round, agent.party, action, package, standing, why))

    def _reach_deadline(self) -> None:
        left = np.flatnonzero(self.table.going_on)
        possible = self.zopa()[left].any(axis=1)
        self.table.end(left[possible], Ending.DEADLINE, self.round)
        self.table.end(left[~possible], Ending.NO_ZOPA, self.round)


def _spread(rows: np.ndarray, where: Rows, worlds: int) -> np.ndarray:
    """Put rows of some worlds among rows of zeros for the others."""
    spread = np.zeros((worlds, rows.shape[1]), dtype=rows.dtype)
    spread[where] = rows
    return spread
