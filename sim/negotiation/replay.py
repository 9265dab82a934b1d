"""Some worlds of a negotiation played again, with other strategies or more rounds."""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool

from sim.negotiation.endings import Ending
from sim.negotiation.model import Negotiation
from sim.negotiation.seat import Seat
from sim.negotiation.strategies.outside import Permitted
from sim.negotiation.table import Rows, Table
from sim.scenario import Scenario, StrategyChoice


class Replay(Negotiation):
    """The same worlds once more, to see where they end in agreement under a changed scenario.

    What a party saw in the first round it sees again, so its seat is taken over; and a party that plays as
    it did, for as many rounds, plans what it planned. Where there is no agreement nobody asks why.

    Parameters
    ----------
    played
        A negotiation that has been played.
    case
        Its scenario, but for strategies and the number of rounds.
    rows
        The worlds to play again, as places in the batch.

    Examples
    --------
    >>> import sim
    >>> case = sim.load("2025-08-21")
    >>> played = Negotiation(case, worlds=100, rng=1)
    >>> outcomes = played.play()
    >>> Replay(played, case, np.flatnonzero(outcomes.ending == Ending.DEADLINE)).agrees().any()
    np.False_
    """

    def __init__(self, played: Negotiation, case: Scenario, rows: Rows) -> None:
        self._before = {agent.index: agent for agent in played.parties}
        super().__init__(case, played.worlds, public=played.positions)
        self._rows = rows
        self.table = Table(len(self.worlds), self.positions.consent_bits, rows)
        if case.negotiation == played.case.negotiation:
            self._take_over_plans()

    def agrees(self) -> Bool[np.ndarray, "rows"]:
        """Play to the end, and say which of the worlds end in agreement."""
        while self.running:
            self.step()
        agrees: np.ndarray = self.table.ending[self._rows] == Ending.AGREED
        return agrees

    def seat(self, party: int) -> Seat:
        """Return the seat that a party had, in the first round; somebody else's code gets a new one."""
        before = self._before[party]
        if _is_outside(before.choice) or _is_outside(self.case.parties[before.party].strategy):
            return super().seat(party)
        return before.seat.again(self.rounds)

    def look(self, rows: Rows) -> None:
        """Ask nothing."""

    def fail(self, rows: Rows) -> None:
        """End some worlds without a deal, whatever the reason."""
        self.table.end(rows, Ending.DEADLINE, self.round)

    def _take_over_plans(self) -> None:
        for agent in self.parties:
            before = self._before[agent.index]
            if agent.choice == before.choice and not _is_outside(agent.choice):
                agent.strategy.prepared = before.strategy.prepared


def _is_outside(choice: StrategyChoice) -> bool:
    return isinstance(choice, Permitted)
