"""The different sets of lines that packages cross, each with how many packages cross just that set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from jaxtyping import Int, UInt64

from sim.axes import PackageWords

MANY = 2**18
"""How many rows may wait, at least, before equal ones are joined."""


@dataclass(frozen=True)
class Tally:
    """One row for each different word.

    `counts` says how many packages have it, `first` is the lowest index of these.
    """

    words: UInt64[np.ndarray, "kinds words"]
    counts: Int[np.ndarray, "kinds"]
    first: Int[np.ndarray, "kinds"]


def tally(words: PackageWords, packages: Int[np.ndarray, "packages"]) -> Tally:
    """Count the different words of some packages, given by their indices in rising order.

    Examples
    --------
    >>> tally(np.array([[3], [0], [3]], dtype=np.uint64), np.array([10, 11, 12]))
    Tally(words=array([[0],
           [3]], dtype=uint64), counts=array([1, 2]), first=array([11, 10]))
    """
    return joined([Tally(words, np.ones(len(words), dtype=np.int64), packages)])


def joined(tallies: Iterable[Tally]) -> Tally:
    """Add tallies up."""
    parts = list(tallies)
    words = np.concatenate([part.words for part in parts])
    counts = np.concatenate([part.counts for part in parts])
    first = np.concatenate([part.first for part in parts])
    rows = words[:, 0] if words.shape[1] == 1 else words
    kinds, place, kind = np.unique(rows, axis=0, return_index=True, return_inverse=True)
    total = np.bincount(kind.reshape(-1), weights=counts, minlength=len(kinds)).astype(np.int64)
    return Tally(kinds.reshape(len(kinds), words.shape[1]), total, first[place])


def gathered(tallies: Iterable[Tally]) -> Tally:
    """Add up any number of tallies in bounded memory; `first` needs them in index order."""
    parts = iter(tallies)
    settled, waiting, rows = next(parts), list[Tally](), 0
    for part in parts:
        waiting.append(part)
        rows += len(part.words)
        if rows > max(MANY, len(settled.words)):
            settled, waiting, rows = joined([settled, *waiting]), [], 0
    return joined([settled, *waiting])
