"""Full factorial: all combinations of levels of some quantities, everything else the same in each."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from sim.worlds.uniforms import Streams


@dataclass(frozen=True)
class Levels:
    """The uniform numbers of worlds `first` .. `first + worlds - 1`.

    A quantity with L levels takes the middles of L equal parts of [0, 1). Worlds go through all
    combinations, the last quantity fastest, and then begin again. All other quantities have the same
    numbers throughout a turn of the combinations: those of `Streams` for world 0, 1, ...

    Examples
    --------
    >>> levels = Levels(seed=1, first=0, worlds=6, levels={"x": 3, "y": 2})
    >>> levels("y").tolist(), len(set(levels("z")))
    ([0.25, 0.75, 0.25, 0.75, 0.25, 0.75], 1)
    """

    seed: int
    first: int
    worlds: int
    levels: Mapping[str, int]

    def __call__(self, name: str) -> Float[np.ndarray, "worlds"]:
        """Return the numbers of one quantity."""
        worlds = np.arange(self.first, self.first + self.worlds)
        if name in self.levels:
            return (worlds // self._each(name) % self.levels[name] + 0.5) / self.levels[name]
        turns = worlds // math.prod(self.levels.values())
        start, end = (int(turns[0]), int(turns[-1]) + 1) if self.worlds else (0, 0)
        return Streams(self.seed, start, end - start)(name)[turns - start]

    def _each(self, name: str) -> int:
        """Return for how many worlds a quantity stays on one level."""
        names = list(self.levels)
        return math.prod(self.levels[other] for other in names[names.index(name) + 1 :])
