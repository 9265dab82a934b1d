"""A red line names packages a party says it will not accept, and rests on a statement."""

from __future__ import annotations

from typing import Any, Self

from pydantic import SerializerFunctionWrapHandler, model_serializer, model_validator

from sim.scenario.distributions import Certain
from sim.scenario.noun import Noun
from sim.scenario.pattern import Pattern
from sim.scenario.uncertain import Probability, Round


class Softening(Noun):
    """A held line may give way: with probability `chance`, from `round` on (counted from 1)."""

    round: Round
    chance: Probability = Certain(1.0)


class RedLine(Noun):
    """Packages a party says it will not accept.

    Forbidden are the packages that match `forbid`, or those that do not match `require`;
    in either case not those that match `unless`. In each world the line is held with
    probability `firmness`. `name` is what people call it, in a sentence or above a column.

    Examples
    --------
    >>> RedLine(forbid={"troops": ["some"]}, firmness=[0.8, 1], statement="speech").firmness
    Uniform(low=0.8, high=1.0)
    """

    name: str | None = None
    forbid: Pattern | None = None
    require: Pattern | None = None
    unless: Pattern | None = None
    firmness: Probability = Certain(1.0)
    softens: Softening | None = None
    statement: str

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if (self.forbid is None) == (self.require is None):
            raise ValueError("a red line has either 'forbid' or 'require', one of the two")
        return self

    @model_serializer(mode="wrap")
    def _without_the_name_it_has_not(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Leave the name out where there is none: scenarios without names keep the hash they had."""
        written: dict[str, Any] = write(self)
        if self.name is None:
            written.pop("name", None)
        return written
