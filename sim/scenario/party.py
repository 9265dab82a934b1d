"""A party negotiates: it has red lines, preferences, a worth of no deal and a way to negotiate."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator

from sim.scenario.consent import Consent
from sim.scenario.distributions import Certain
from sim.scenario.noun import Noun
from sim.scenario.pattern import Options, Pattern
from sim.scenario.red_line import RedLine
from sim.scenario.strategy_choice import StrategyChoice
from sim.scenario.uncertain import Probability, Round, Score, Uncertain, Weight


def _as_patterns(written: object) -> object:
    return [written] if isinstance(written, Mapping) else written


Priority = Annotated[
    tuple[Pattern, ...], BeforeValidator(_as_patterns, json_schema_input_type=Pattern | tuple[Pattern, ...])
]
"""What a party wants: a pattern, or several of which one is enough."""


class Preferences(Noun):
    """Relative weights of the issues, and scores of their options from 0 (worst) to 1 (best).

    Instead, where only the order of packages is known: a `ranking`, or `priorities`.
    """

    weights: Mapping[str, Weight] = {}
    """Issue -> its importance relative to the others, 0 or more; scaled to sum 1 in every world."""
    scores: Mapping[str, Mapping[str, Score]] = {}
    """Issue -> option -> its worth to this party, from 0 (worst) to 1 (best)."""
    ranking: tuple[Options, ...] = ()
    """Named packages, best first, equals together in a list. What is not listed comes last."""
    priorities: tuple[Priority, ...] = ()
    """Patterns, the most important first.

    Of two packages the better one matches the first pattern that only one matches.
    """
    statement: str | None = None
    """The statement they follow from. Without one they are judgement."""
    because: str | None = None
    """The reason, in a few words."""

    @property
    def is_order(self) -> bool:
        """Whether only the order of packages is known."""
        return bool(self.ranking or self.priorities)


class NoDeal(Noun):
    """What no deal is worth: the reservation value before the first round, and its change per round."""

    value: Uncertain = Certain(0.0)
    """The reservation value: the utility below which the party prefers no deal."""
    drift: Uncertain = Certain(0.0)
    """What is added to it every round."""
    because: str | None = None
    """The reason, in a few words."""


class WalkingOut(Noun):
    """A party may walk out: with probability `chance` its patience has an end in a world.

    Then it leaves the table `after` so many rounds in a row in which it heard no offer that it can accept.
    """

    after: Round
    """After how many rounds in a row without an offer that it can accept the party leaves."""
    chance: Probability = Certain(1.0)
    """The probability that its patience has an end at all."""
    because: str | None = None
    """The reason, in a few words."""


class Party(Noun):
    """Who negotiates.

    Examples
    --------
    >>> Party(name="France", consent={"when": {"troops": "some"}}).consent
    ConsentWhen(when={'troops': ('some',)})
    """

    name: str
    """What people call it."""
    consent: Consent = "always"
    """Which packages need its signature."""
    red_lines: Mapping[str, RedLine] = {}
    """What it says it will not accept: id -> red line. An id is used by one party only."""
    preferences: Preferences = Preferences()
    """What packages are worth to it."""
    no_deal: NoDeal = NoDeal()
    """What no deal is worth to it."""
    walks_out: WalkingOut | None = None
    """Whether and when it leaves the table; without this it stays to the end."""
    strategy: StrategyChoice = StrategyChoice()
    """How it plays: a strategy's name, or the name with settings."""
