"""Worlds are independent: a few at a time, so that all that is computed of them stays in the cache."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import cast

import numpy as np

VALUES = 2**15
"""About how many packages are looked at together, all worlds of a block counted."""


def in_blocks[Concept: Callable[..., np.ndarray]](concept: Concept) -> Concept:
    """Let a concept, which picks a package in each world, look at a block of worlds at a time."""

    @wraps(concept)
    def picked(
        utilities: np.ndarray, reservation_values: np.ndarray, among: np.ndarray | None = None
    ) -> np.ndarray:
        *worlds, parties, packages = utilities.shape
        size = max(1, VALUES // packages)
        if np.prod(worlds, dtype=int) <= size:
            return concept(utilities, reservation_values, among)
        worth, least = utilities.reshape(-1, parties, packages), reservation_values.reshape(-1, parties)
        marked = None if among is None else among.reshape(-1, packages)
        answers = np.empty(len(worth), dtype=np.int64)
        for start in range(0, len(worth), size):
            block = slice(start, start + size)
            answers[block] = concept(worth[block], least[block], None if marked is None else marked[block])
        return answers.reshape(worlds)

    return cast("Concept", picked)
