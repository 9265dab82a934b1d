"""A table with a single text: what the mediator would change, who prefers that, and who signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sim.negotiation.table import NONE
from sim.negotiation.transcript import Action, Turn
from sim.scenario import Scenario, describe
from sim.text.story.words import (
    Name,
    Sentence,
    leaving,
    names,
    speaker,
    unlike,
    unnumbered,
    verb,
    with_reasons,
)

Signatures = tuple[int, frozenset[tuple[str, str]]]
"""The text, and who signs it or why not."""


class OneText:
    """Tells round after round; it remembers the text, and who would have signed it."""

    def __init__(self, case: Scenario) -> None:
        self.case = case
        self._text = NONE
        self._mediator: Name | None = None
        self._signed: Signatures | None = None

    def __call__(self, turns: Sequence[Turn]) -> Iterator[Sentence]:
        """Tell a round."""
        drafts = _doing(turns, "redrafts")
        if not drafts and self._mediator:
            yield (self._mediator, " proposes no change.")
        for turn in drafts:
            yield self._draft(turn)
            if self._text != NONE:
                yield from self._compared(turns)
        signs, not_ = _doing(turns, "signs"), _doing(turns, "does not sign")
        if signs or not_:
            yield self._signatures(signs, not_)
        yield from leaving(self.case, turns)

    def _draft(self, turn: Turn) -> Sentence:
        self._mediator = speaker(self.case, turn)
        if self._text == NONE:
            return (self._mediator, f" puts a first text: {describe(self.case, turn.package)}.")
        change = unlike(self.case, self._text, turn.package)
        return (self._mediator, f" proposes to change {change}.")

    def _compared(self, turns: Sequence[Turn]) -> Iterator[Sentence]:
        """Tell who prefers the redraft, and what becomes of it."""
        prefers, lets, refuses = (_doing(turns, action) for action in ("prefers", "lets pass", "refuses"))
        if prefers:
            yield (*names(self.case, prefers), verb(prefers, " prefers", " prefer"), " that to the text.")
        if lets:
            yield (*names(self.case, lets), verb(lets, " lets", " let"), " it pass.")
        for turn in refuses:
            yield (speaker(self.case, turn), f" refuses it: {turn.why}.")
        yield ("The text stays as it is." if refuses else "So the text is changed.",)

    def _signatures(self, signs: Sequence[Turn], not_: Sequence[Turn]) -> Sentence:
        first = [*signs, *not_][0]
        said = frozenset((turn.party, unnumbered(turn.why)) for turn in (*signs, *not_))
        before, now = self._signed, (first.package, said)
        self._text, self._signed = first.package, now
        if before == now and first.round < self.case.negotiation.rounds:  # in the last round reasons change
            return ("As before, ", *self._sign(signs, "nobody"), ".")
        if not not_:
            return (*self._sign(signs), " the text.")
        refusing = with_reasons(self.case, not_)
        if not signs:
            return ("Nobody signs the text: not ", *refusing, ".")
        return (*self._sign(signs), " the text; ", *refusing, verb(not_, " does", " do"), " not.")

    def _sign(self, signs: Sequence[Turn], nobody: str = "") -> Sentence:
        return (*(names(self.case, signs) or (nobody,)), " sign" if len(signs) > 1 else " signs")


def _doing(turns: Sequence[Turn], action: Action) -> list[Turn]:
    return [turn for turn in turns if turn.action == action]
