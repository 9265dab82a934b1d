"""Correlated uniform numbers, world by world: a normal copula [Nelsen2006]_."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from jaxtyping import Float

from sim.worlds.designs.groups import Group
from sim.worlds.designs.normal_scores import mixed, normal_scores, shares
from sim.worlds.uniforms import Uniforms


@dataclass(frozen=True)
class Copula:
    """The uniform numbers of another design, those of some groups of quantities correlated.

    A world's numbers are made of its own numbers alone. The first quantity of a group keeps its own,
    and so does everything outside the groups.

    Examples
    --------
    >>> from sim.worlds import Streams
    >>> plain = Streams(seed=1, first=0, worlds=1000)
    >>> both = Copula(plain, (Group(("a", "b"), ((1.0,), (0.6, 0.8))),))
    >>> bool((both("a") == plain("a")).all()), round(float(np.corrcoef(both("a"), both("b"))[0, 1]), 1)
    (True, 0.6)
    """

    plain: Uniforms
    groups: Sequence[Group]
    _drawn: dict[str, np.ndarray] = field(default_factory=dict, repr=False, compare=False)

    @property
    def worlds(self) -> int:
        """How many numbers each name gives."""
        return self.plain.worlds

    def __call__(self, name: str) -> Float[np.ndarray, "worlds"]:
        """Return the numbers of one quantity."""
        group = next((group for group in self.groups if name in group.names), None)
        if group is None:
            return self.plain(name)
        if name not in self._drawn:
            self._drawn.update(self._together(group))
        return self._drawn[name]

    def _together(self, group: Group) -> dict[str, np.ndarray]:
        uniform = [self.plain(name) for name in group.names]
        scores = [normal_scores(numbers) for numbers in uniform]
        return {
            name: shares(mixed(scores, row)) if any(row[:-1]) else own
            for name, row, own in zip(group.names, group.factor, uniform, strict=True)
        }
