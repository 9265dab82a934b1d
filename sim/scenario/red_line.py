"""A red line names packages a party says it will not accept, and rests on a statement."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from sim.scenario.distributions import Certain
from sim.scenario.noun import Noun
from sim.scenario.pattern import Pattern
from sim.scenario.uncertain import Probability, Round


class Softening(Noun):
    """A held line may give way: with probability `chance`, from `round` on (counted from 1)."""

    round: Round
    """The round from which on the line gives way, counted from 1."""
    chance: Probability = Certain(1.0)
    """The probability that it gives way at all."""


class RedLine(Noun):
    """Packages a party says it will not accept.

    Examples
    --------
    >>> RedLine(forbid={"troops": ["some"]}, firmness=[0.8, 1], statement="speech").firmness
    Uniform(low=0.8, high=1.0)
    """

    forbid: Pattern | None = None
    """The party does not accept packages that match this pattern. A line has this or `require`."""
    require: Pattern | None = None
    """The party does not accept packages that do not match this pattern."""
    unless: Pattern | None = None
    """Packages that match this pattern are exempt."""
    firmness: Probability = Certain(1.0)
    """The probability that the line is held in a world."""
    softens: Softening | None = None
    """When a held line gives way; without this it does not."""
    statement: str
    """The statement it rests on."""

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if (self.forbid is None) == (self.require is None):
            raise ValueError("a red line has either 'forbid' or 'require', one of the two")
        return self
