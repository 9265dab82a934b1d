"""Latin hypercube: of N worlds, each quantity has one in every N-th of its range [McKay1979]_."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from jaxtyping import Float

from sim.errors import InputError, Problem
from sim.worlds.designs.permutation import shuffled
from sim.worlds.uniforms import Streams

STEPS = 2.0**26
"""Into how many steps a stratum is cut, so that adding its place rounds nothing into the next one."""

MOST = 2**27
"""How many worlds it may have, for the same reason."""


@dataclass(frozen=True)
class LatinHypercube:
    """The uniform numbers of worlds `first` .. `first + worlds - 1` out of `of`.

    The number of a world depends on the seed, the name, the world and `of`. The place within its
    stratum is that of `Streams`.

    Examples
    --------
    >>> cube = LatinHypercube(seed=1, first=0, worlds=5, of=5)
    >>> sorted((cube("x") * 5).astype(int).tolist())
    [0, 1, 2, 3, 4]
    """

    seed: int
    first: int
    worlds: int
    of: int

    def __post_init__(self) -> None:
        if self.of > MOST:
            raise _refusal(f"{self.of} worlds, expected at most {MOST} in a Latin hypercube")
        if (last := self.first + self.worlds - 1) >= self.of:
            raise _refusal(
                f"world {last} is not in a Latin hypercube of {self.of} worlds, counted from 0; "
                f"set ensemble.worlds"
            )

    def __call__(self, name: str) -> Float[np.ndarray, "worlds"]:
        """Return the numbers of one quantity."""
        worlds = np.arange(self.first, self.first + self.worlds)
        within = np.floor(Streams(self.seed, self.first, self.worlds)(name) * STEPS) / STEPS
        return (shuffled(worlds, self.of, self._key(name)) + within) / self.of

    def _key(self, name: str) -> int:
        text = f"latin hypercube/{self.of}/{self.seed}/{name}"
        return int.from_bytes(blake2b(text.encode(), digest_size=16).digest(), "little")


def _refusal(message: str) -> InputError:
    return InputError([Problem(message, "ensemble.worlds")])
