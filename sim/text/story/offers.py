"""A table at which one speaks after the other: alternating offers, and their ratification."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from sim.negotiation.protocols.ratification import RatificationSettings, circles
from sim.negotiation.transcript import Turn
from sim.scenario import Scenario, describe
from sim.text.story.words import Name, Sentence, answers, leaving, names, put, speaker, verb


class Offers:
    """Tells round after round; it remembers who has offered what."""

    def __init__(self, case: Scenario) -> None:
        self.case = case
        self._own: dict[str, int] = {}
        self._on_table: tuple[Name, int] | None = None
        self._ratify = _ratifiers(case)

    def __call__(self, turns: Sequence[Turn]) -> Iterator[Sentence]:
        """Tell a round; those who accept one after the other share a sentence."""
        for doing, group in groupby(turns, key=self._doing):
            said = list(group)
            if doing == "ratifies":
                yield ("The others are asked to ratify. The package is ", *answers(self.case, said), ".")
            elif doing == "accepts":
                yield (
                    *names(self.case, said),
                    verb(said, " accepts ", " accept "),
                    *self._what(said[0]),
                    ".",
                )
            elif doing == "walks out":
                yield from leaving(self.case, said)
            else:
                yield from map(self._speaks, said)

    def _doing(self, turn: Turn) -> str:
        asked = turn.party in self._ratify and turn.action in {"accepts", "refuses"}
        return "ratifies" if asked else turn.action

    def _what(self, turn: Turn) -> Sentence:
        if self._on_table and self._on_table[1] == turn.package:
            return ("the offer of ", self._on_table[0])
        return (describe(self.case, turn.package),)

    def _speaks(self, turn: Turn) -> Sentence:
        name = speaker(self.case, turn)
        refuses = f" refuses ({turn.why}) and" if turn.why else ""
        if turn.action == "passes":
            return (name, f"{refuses} passes: it has no package to offer.")
        said = put(self.case, turn.package, self._own.get(turn.party))
        self._own[turn.party] = turn.package
        self._on_table = name, turn.package
        return (name, f"{refuses} {said}.")


def _ratifiers(case: Scenario) -> tuple[str, ...]:
    if case.negotiation.protocol != "ratification":
        return ()
    return circles(RatificationSettings.model_validate(case.negotiation.settings), case.speaking_order)[1]
