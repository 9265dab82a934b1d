"""The story of one world, round by round; rounds in which everybody repeats themselves are told once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from sim.negotiation.transcript import Turn
from sim.scenario import Scenario, describe
from sim.text.story.demands import Demands
from sim.text.story.offers import Offers
from sim.text.story.one_text import OneText
from sim.text.story.words import Sentence, unnumbered

if TYPE_CHECKING:
    from sim.negotiation.watched import Watched  # it loads Mesa, which `sim check` need not wait for

Teller = Callable[[Sequence[Turn]], Iterator[Sentence]]

TELLERS: dict[str, Callable[[Scenario], Teller]] = {"simultaneous": Demands, "single_text": OneText}
"""Who tells the rounds of a protocol; of every other it is `Offers`."""


@dataclass(frozen=True)
class Passage:
    """What happened in a round, or in each of several rounds in a row.

    Parameters
    ----------
    first, last
        The rounds, counted from 1.
    sentences
        What to say about them.
    """

    first: int
    last: int
    sentences: tuple[Sentence, ...]

    @property
    def heading(self) -> str:
        """Which rounds these are."""
        if self.first == self.last:
            return f"Round {self.first}"
        return f"Rounds {self.first} to {self.last}, figures of round {self.first}"


def story(watched: Watched) -> Iterator[Passage]:
    """Tell who did what in every round, and every refusal's reason.

    Examples
    --------
    >>> import sim
    >>> first = next(story(sim.watch("2025-08-21", seed=1, world=3)))
    >>> first.heading, "".join(first.sentences[0])[:29]
    ('Round 1', 'France offers No NATO members')
    """
    tell = TELLERS.get(watched.case.negotiation.protocol, Offers)(watched.case)
    for first, last, turns in _told_once(watched.turns):
        yield Passage(first, last, tuple(tell(turns)))


def ending(watched: Watched) -> tuple[str, ...]:
    """Say how it ended, on what package, and why."""
    said = [watched.ending.sentence]
    if watched.package is not None:
        said.append(f"Agreed in round {watched.round}: {describe(watched.case, watched.package)}.")
    return (*said, *watched.reasons)


def _told_once(turns: Sequence[Turn]) -> Iterator[tuple[int, int, list[Turn]]]:
    """Join rounds in which the same is offered, accepted and refused as in the round before."""
    pending: tuple[int, int, list[Turn]] | None = None
    for number, group in groupby(turns, key=lambda turn: turn.round):
        spoken = list(group)
        if pending and _deeds(pending[2]) == _deeds(spoken):
            pending = (pending[0], number, pending[2])
            continue
        if pending:
            yield pending
        pending = (number, number, spoken)
    if pending:
        yield pending


def _deeds(turns: Sequence[Turn]) -> list[tuple[str, str, int, int, str]]:
    return [(turn.party, turn.action, turn.package, turn.refused, unnumbered(turn.why)) for turn in turns]
