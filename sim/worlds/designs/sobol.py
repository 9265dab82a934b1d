"""Sobol's sequence [Sobol1967]_, scrambled [Matousek1998]_, by SciPy."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from jaxtyping import Float

from sim.errors import InputError, Problem

LEAST_DIMENSIONS, MOST_DIMENSIONS = 256, 21_201
"""The most is how many SciPy has."""

MOST_WORLDS = 2**30
"""How many points SciPy's sequence has."""


@dataclass(frozen=True)
class SobolSequence:
    """The uniform numbers of worlds `first` .. `first + worlds - 1`.

    World i is point i of the sequence. Which dimension a quantity has depends on all `names`, those
    of certain numbers included, so that it stays the same when a number becomes certain or uncertain.

    Examples
    --------
    >>> sequence = SobolSequence(seed=1, first=0, worlds=4, names=("x", "y"))
    >>> sorted((sequence("x") * 4).astype(int).tolist())
    [0, 1, 2, 3]
    """

    seed: int
    first: int
    worlds: int
    names: tuple[str, ...]

    def __post_init__(self) -> None:
        if (worlds := self.first + self.worlds) > MOST_WORLDS:
            message = f"{worlds} worlds, expected at most {MOST_WORLDS} in Sobol's sequence"
            raise InputError([Problem(message, "ensemble.worlds")])
        if len(self.names) > MOST_DIMENSIONS:
            message = f"{len(self.names)} quantities, expected at most {MOST_DIMENSIONS} in Sobol's sequence"
            raise InputError([Problem(message, "ensemble.design")])

    def __call__(self, name: str) -> Float[np.ndarray, "worlds"]:
        """Return the numbers of one quantity."""
        return self._points[:, self._dimensions[name]].copy()

    @cached_property
    def _dimensions(self) -> dict[str, int]:
        return {name: place for place, name in enumerate(sorted(self.names, key=_how_often_varied))}

    @cached_property
    def _points(self) -> Float[np.ndarray, "worlds dimensions"]:
        return _points(self.seed, _room_for(len(self.names)), self.first, self.worlds)


def _how_often_varied(name: str) -> int:
    """Put last what variants add or take away, so that little shifts: first lines, then what is optional."""
    match name.split("."):
        case ["parties", _, "red_lines", _, "firmness" | "held"]:
            return 1
        case ["parties", _, "red_lines" | "walks_out", *_] | ["negotiation", "order", _]:
            return 2
    return 0


def _room_for(names: int) -> int:
    """Return how many dimensions to scramble: with another number of them, each is scrambled otherwise."""
    return min(max(LEAST_DIMENSIONS, 1 << (names - 1).bit_length()), MOST_DIMENSIONS)


class _Engines(threading.local):
    """The sequences that a thread is in, so that it need not begin each batch with the first point."""

    def __init__(self) -> None:
        self.at = lru_cache(maxsize=4)(_engine)


def _engine(seed: int, dimensions: int) -> Any:
    from scipy.stats.qmc import Sobol  # noqa: PLC0415  (slow to import, seldom needed)

    return Sobol(dimensions, rng=seed)


_engines = _Engines()


def _points(seed: int, dimensions: int, first: int, worlds: int) -> np.ndarray:
    engine = _engines.at(seed, dimensions)
    if engine.num_generated > first:
        engine.reset()
    if engine.num_generated < first:
        engine.fast_forward(first - engine.num_generated)
    start = engine.random(1)  # alone, since SciPy warns if it begins with a number that is no power of 2
    return np.concatenate([start, engine.random(worlds - 1)]) if worlds > 1 else start[:worlds]
