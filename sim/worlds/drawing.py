"""From uniform numbers to what they decide: the one place where it is said how a quantity is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from jaxtyping import Shaped

from sim.scenario.distributions import Certain, Distribution, Uniform
from sim.scenario.quantities import Event, Number, Quantity
from sim.worlds.quantiles import quantile
from sim.worlds.uniforms import Uniforms


@dataclass(frozen=True)
class Drawing:
    """Draws quantities by name, each in all worlds of some uniform numbers.

    Examples
    --------
    >>> from sim.scenario.uncertain import parse
    >>> from sim.worlds import Streams
    >>> draw = Drawing({"a": Number(parse(0.5)), "if": Event("a")}, Streams(seed=1, first=0, worlds=2))
    >>> draw("a"), draw("if").dtype
    (array([0.5, 0.5]), dtype('bool'))
    """

    quantities: Mapping[str, Quantity]
    uniform: Uniforms

    def __call__(self, name: str) -> Shaped[np.ndarray, "worlds"]:
        """Return a number; of an event, whether it happens; of a lot, the uniform number itself."""
        match self.quantities[name]:
            case Number(distribution, whole=True):
                return self._round(name, distribution)
            case Number(distribution):
                return self._number(name, distribution)
            case Event(chance):
                return self.uniform(name) < self(chance)
        return self.uniform(name)

    def _number(self, name: str, number: Distribution) -> np.ndarray:
        if isinstance(number, Certain):
            return np.full(self.uniform.worlds, number.value)
        return quantile(number, self.uniform(name))

    def _round(self, name: str, number: Distribution) -> np.ndarray:
        """Return a whole round: of a range each one is equally likely, both ends included."""
        if isinstance(number, Uniform) and np.floor(number.high) >= np.ceil(number.low):
            first, last = np.ceil(number.low), np.floor(number.high)
            return np.minimum(first + np.floor((last - first + 1) * self.uniform(name)), last)
        return np.ceil(self._number(name, number))
