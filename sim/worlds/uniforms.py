"""Uniform numbers keyed by (seed, name, world): counter-based random numbers [Salmon2011]_."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import Protocol, runtime_checkable

import numpy as np
from jaxtyping import Float

PER_COUNT = 4  # Philox makes four 64-bit numbers for each value of its counter


@runtime_checkable
class Uniforms(Protocol):
    """Gives, for the name of a quantity, one number in [0, 1) for each of `worlds` worlds.

    A design (Latin hypercube, Sobol, ...) is another such object.
    """

    @property
    def worlds(self) -> int:
        """How many numbers each name gives."""
        ...

    def __call__(self, name: str) -> Float[np.ndarray, "worlds"]:
        """Return the numbers of one quantity."""
        ...


@dataclass(frozen=True)
class Streams:
    """The uniform numbers of worlds `first` .. `first + worlds - 1`, one stream for each name.

    The number of a world depends on the seed, the name and the world alone: not on the batch,
    nor on which other quantities there are.

    Examples
    --------
    >>> whole, part = Streams(seed=1, first=0, worlds=10), Streams(seed=1, first=7, worlds=3)
    >>> bool((whole("x")[7:] == part("x")).all())
    True
    """

    seed: int
    first: int
    worlds: int

    def __call__(self, name: str) -> Float[np.ndarray, "worlds"]:
        """Return the numbers of one quantity."""
        block, skip = divmod(self.first, PER_COUNT)
        philox = np.random.Philox(key=self._key(name), counter=block)
        return np.random.Generator(philox).random(skip + self.worlds)[skip:]

    def _key(self, name: str) -> int:
        return int.from_bytes(blake2b(f"{self.seed}/{name}".encode(), digest_size=16).digest(), "little")
