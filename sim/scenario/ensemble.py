"""The ensemble: how many worlds are drawn, from which seed, and by which design."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, Field

from sim.errors import one_of
from sim.scenario.noun import Noun

DesignName = Literal["random", "latin_hypercube", "sobol"]
_FORM = "{factorial: {path: levels}}"


class Factorial(Noun):
    """All combinations of levels of some quantities; of each quantity the levels are equally likely.

    Examples
    --------
    >>> Factorial(factorial={"parties.a.no_deal.value": 3, "parties.b.no_deal.value": 4}).cells
    12
    """

    factorial: Annotated[
        Mapping[str, Annotated[int, Field(ge=2, strict=True)]],
        Field(min_length=1),
    ]
    """The path of a quantity -> how many levels it has."""

    @property
    def cells(self) -> int:
        """How many combinations there are."""
        return math.prod(self.factorial.values())


def _one_of_the_forms(written: object) -> object:
    if isinstance(written, Mapping | Factorial) or written in get_args(DesignName):
        return written
    raise ValueError(one_of("design", written, [*get_args(DesignName), _FORM]))


Design = Annotated[
    DesignName | Factorial, BeforeValidator(_one_of_the_forms, json_schema_input_type=DesignName | Factorial)
]
"""Where the uniform numbers come from, out of which worlds are made."""


class Ensemble(Noun):
    """How many worlds are drawn, the seed they are drawn from, and the design."""

    worlds: Annotated[int, Field(ge=1, strict=True)] = 10_000
    """How many worlds are drawn."""
    seed: Annotated[int, Field(ge=0, strict=True)] = 0
    """What they are drawn from: the same seed draws the same worlds."""
    design: Design = "random"
    """How they are drawn."""
