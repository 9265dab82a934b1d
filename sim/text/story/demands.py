"""A table at which all offer at once: what each names, and who of the others could live with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sim.negotiation.transcript import Action, Turn
from sim.scenario import Scenario, describe
from sim.text.story.words import Sentence, answers, leaving, names, put, unnumbered, verb


class Demands:
    """Tells round after round, one sentence for each package; it remembers offers and their answers."""

    def __init__(self, case: Scenario) -> None:
        self.case = case
        self._own: dict[str, int] = {}
        self._answered: dict[int, set[tuple[str, Action, str]]] = {}

    def __call__(self, turns: Sequence[Turn]) -> Iterator[Sentence]:
        """Tell a round."""
        passes = [turn for turn in turns if turn.action == "passes"]
        if passes:
            no_offer = verb(passes, " passes: it has", " pass: they have")
            yield (*names(self.case, passes), f"{no_offer} no package to offer.")
        offers = [turn for turn in turns if turn.action == "offers"]
        for package in dict.fromkeys(turn.package for turn in offers):
            about = [turn for turn in turns if turn.package == package]
            yield self._named([turn for turn in about if turn.action == "offers"], _answers(about))
        self._own |= {turn.party: turn.package for turn in offers}
        yield from leaving(self.case, turns)

    def _named(self, by: Sequence[Turn], said: Sequence[Turn]) -> Sentence:
        package = by[0].package
        before = self._answered.get(package)
        now = {(turn.party, turn.action, unnumbered(turn.why)) for turn in said}
        self._answered[package] = now
        told = ("answered as before",) if before == now else answers(self.case, said)
        return (*names(self.case, by), " ", self._what(by), *((": ", *told) if said else ()), ".")

    def _what(self, by: Sequence[Turn]) -> str:
        package = by[0].package
        if len(by) == 1:
            return put(self.case, package, self._own.get(by[0].party))
        if all(self._own.get(turn.party) == package for turn in by):
            return "repeat their offer"
        return f"offer {describe(self.case, package)}"


def _answers(about: Sequence[Turn]) -> list[Turn]:
    """Return what others answer: once, where several have named the package and are asked about each."""
    named = {turn.party for turn in about if turn.action == "offers"}
    said = [turn for turn in about if turn.action != "offers"]
    heard = [turn for turn in said if not (turn.action == "accepts" and turn.party in named)]
    return list({(turn.party, turn.action): turn for turn in heard}.values())
