"""A mediator redrafts one text, and the parties say yes or no [Raiffa1982]_ [Klein2003]_."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import numpy as np
from jaxtyping import Bool, Int
from pydantic import Field

from sim.compatibility import bits
from sim.negotiation.apart import apart
from sim.negotiation.chance import one_of
from sim.negotiation.protocols.protocol import Protocol
from sim.negotiation.protocols.redrafts import Redrafts
from sim.negotiation.table import NONE, Rows
from sim.negotiation.transcript import Action
from sim.scenario.noun import Noun
from sim.scenario.protocol_choice import MEDIATOR, NEUTRAL

if TYPE_CHECKING:
    from sim.negotiation.model import Negotiation
    from sim.negotiation.party_agent import PartyAgent


class SingleTextSettings(Noun):
    """Who drafts the text, and how patient those who read it are."""

    mediator: str = NEUTRAL
    """Who drafts: a party at the table, or `neutral`."""
    temperature: Annotated[float, Field(ge=0, allow_inf_nan=False)] = 0.05
    """How much worse, in utility, a redraft may be that a party lets pass at first; 0 for none."""


class SingleText(Protocol):
    """There is one text. Each round the mediator changes it in one issue, and the parties compare.

    The redraft becomes the text if every party whose consent it needs prefers it, or lets it pass: always
    where it is as good, and a loss with probability exp(-loss / T), where T falls from the temperature to
    0 with time (simulated annealing). Then those whose consent the text needs say whether they sign it: if
    their strategies are content with it, and in the last round if they can accept it at all.

    A neutral mediator starts from a package that blocks the fewest stated lines, and draws one of the
    changes that have not been refused since the text last changed; of a party that mediates, the text
    starts as its best package, and it proposes only what is no worse for itself.
    """

    Settings = SingleTextSettings
    settings: SingleTextSettings

    def __init__(self, model: Negotiation) -> None:
        super().__init__(model)
        worlds = len(model.worlds)
        self.text: Rows = np.full(worlds, NONE)
        self._redrafts = Redrafts(model.positions, worlds)
        parties = model.positions.parties
        mediator = self.settings.mediator
        self._mediator = parties.index(mediator) if mediator in parties else NONE

    def play_round(self) -> None:
        """Put the text, or a redraft of it; then ask who signs."""
        model = self.model
        rows = model.table.going_on
        if model.round == 1:
            self.text[rows] = self._first_text()[rows]
            self._say(rows, self.text[rows])
        else:
            self._redraft(rows)
        self._sign(rows)

    def _first_text(self) -> Rows:
        model = self.model
        mediator = self._chair()
        if mediator is not None:
            worth = mediator.seat.standing(np.arange(len(model.worlds)))
            return np.where(model.positions.negotiable, worth, -np.inf).argmax(axis=1)
        lines = np.where(model.positions.negotiable, bits.count(model.positions.blocking), np.inf)
        fewest = np.flatnonzero(lines == lines.min())
        return fewest[(model.throw(0) * len(fewest)).astype(np.int64)]

    def _redraft(self, rows: Rows) -> None:
        model = self.model
        packages, open_ = self._redrafts.of(rows, self.text[rows], self._proposable)
        drafted = np.flatnonzero(open_.any(axis=1))
        where = rows[drafted]
        change = one_of(open_[drafted], model.throw(1)[where])
        redraft = packages[drafted, change]
        self._say(where, redraft)
        passes = np.ones(len(where), dtype=bool)
        for agent in model.parties:
            asked = np.flatnonzero(model.table.asks(agent.index, redraft))
            passes[asked] &= self._lets_pass(agent, where[asked], redraft[asked])
        self.text[where[passes]] = redraft[passes]
        self._redrafts.keep(where[passes])
        self._redrafts.drop(where[~passes], change[~passes])

    def _lets_pass(self, agent: PartyAgent, rows: Rows, redraft: Rows) -> Bool[np.ndarray, "rows"]:
        """Say where a party prefers the redraft, or lets it pass."""
        seat = agent.seat
        gain = seat.standing(rows, redraft) - seat.standing(rows, self.text[rows])
        temperature = self.settings.temperature * (1 - seat.time)
        with np.errstate(over="ignore", divide="ignore", invalid="ignore"):
            lets_pass = (gain >= 0) | (seat.chance(rows) < np.exp(gain / temperature))
        if self.model.watches(rows):
            why = "" if lets_pass[0] else self._why_worse(agent, int(redraft[0]))
            action: Action = "prefers" if gain[0] > 0 else "lets pass" if lets_pass[0] else "refuses"
            self.model.record(agent.party, action, int(redraft[0]), why=why)
        return lets_pass

    def _sign(self, rows: Rows) -> None:
        model, table = self.model, self.model.table
        last = model.round == model.rounds
        table.put(rows, self.text[rows])  # by nobody: the text is for everybody to accept
        for agent in model.parties:
            asked = rows[table.asks(agent.index, self.text[rows])]
            text = self.text[asked]
            signs = agent.seat.can_accept(asked, text) if last else agent.accepts(asked, text)
            table.sign(asked[signs], agent.index)
            model.record_answer(agent, asked, text, signs, ("signs", "does not sign"))
        model.look(rows)
        signed = rows[table.is_settled(rows)]
        table.agree(signed, self.text[signed], model.round)

    def _say(self, rows: Rows, packages: Rows) -> None:
        if self.model.watches(rows):
            name = MEDIATOR if self._mediator == NONE else self.settings.mediator
            self.model.record(name, "redrafts", int(packages[0]))

    def _why_worse(self, agent: PartyAgent, redraft: int) -> str:
        seat, text = agent.seat, int(self.text[0])
        if (self.model.positions.crossing[redraft] & seat.held_lines(0)).any():
            return agent.why_not(0, redraft)
        worth, more = (float(seat.utilities[0, package]) for package in (redraft, text))
        less, text_worth = apart(worth, more, 3)
        return f"it is worth {less} to it, the text {text_worth}"

    def _proposable(
        self, rows: Rows, packages: Int[np.ndarray, "rows changes"]
    ) -> Bool[np.ndarray, "rows changes"]:
        """Say which redrafts the mediator would propose."""
        mediator = self._chair()
        if mediator is None:
            return np.ones(packages.shape, dtype=bool)
        now = mediator.seat.standing(rows, self.text[rows])
        every = np.repeat(rows, packages.shape[1])
        then = mediator.seat.standing(every, packages.reshape(-1)).reshape(packages.shape)
        return then >= now[:, None]

    def _chair(self) -> PartyAgent | None:
        return next((agent for agent in self.model.parties if agent.index == self._mediator), None)
