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

    Instead, where only the order is known: a `ranking` of named packages, best first, equals in a list; or
    `priorities`, the most important first. Without a `statement` they are judgement; `because` gives the
    reason in a few words.
    """

    weights: Mapping[str, Weight] = {}
    scores: Mapping[str, Mapping[str, Score]] = {}
    ranking: tuple[Options, ...] = ()
    priorities: tuple[Priority, ...] = ()
    statement: str | None = None
    because: str | None = None

    @property
    def is_order(self) -> bool:
        """Whether only the order of packages is known."""
        return bool(self.ranking or self.priorities)


class NoDeal(Noun):
    """What no deal is worth: the reservation value before the first round, and its change per round."""

    value: Uncertain = Certain(0.0)
    drift: Uncertain = Certain(0.0)
    because: str | None = None


class WalkingOut(Noun):
    """A party may walk out: with probability `chance` its patience has an end in a world.

    Then it leaves the table `after` so many rounds in a row in which it heard no offer that it can accept.
    """

    after: Round
    chance: Probability = Certain(1.0)
    because: str | None = None


class Party(Noun):
    """Who negotiates.

    Examples
    --------
    >>> Party(name="France", consent={"when": {"troops": "some"}}).consent
    ConsentWhen(when={'troops': ('some',)})
    """

    name: str
    consent: Consent = "always"
    red_lines: Mapping[str, RedLine] = {}
    preferences: Preferences = Preferences()
    no_deal: NoDeal = NoDeal()
    walks_out: WalkingOut | None = None
    strategy: StrategyChoice = StrategyChoice()
