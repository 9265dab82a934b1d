"""Minimal words, and minimal conflicts as the minimal sets that meet all of them [Reiter1987]_.

A *concession* (minimal correction set, MCS) is a minimal set of red lines whose removal makes some
package compatible: an inclusion-minimal word. A *conflict* (minimal unsatisfiable set, MUS) is a
minimal set of lines that no package satisfies together: a minimal set that meets every concession.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np
from jaxtyping import UInt64

from sim.compatibility import bits

Lines = frozenset[int]
"""Places of red lines."""


def minimal_words(words: UInt64[np.ndarray, "kinds words"], most: int) -> tuple[list[Lines], bool]:
    """List the inclusion-minimal words that are not empty, smallest first; say whether the list is whole.

    Examples
    --------
    >>> minimal_words(np.array([[0b011], [0b001], [0b110]], dtype=np.uint64), most=10)
    ([frozenset({0}), frozenset({1, 2})], True)
    """
    rest = words[words.any(axis=1)]
    rest = rest[np.argsort(bits.count(rest), kind="stable")]
    found: list[Lines] = []
    while len(rest) and len(found) < most:
        least = rest[0]
        found.append(_lines(least))
        rest = rest[((rest & least) != least).any(axis=1)]
    return in_order(found), not len(rest)


def conflicts(concessions: Sequence[Lines], most: int) -> tuple[list[Lines], bool]:
    """List minimal sets of lines that meet every concession; say whether the list is whole.

    Examples
    --------
    >>> conflicts([frozenset({0}), frozenset({1, 2})], most=10)
    ([frozenset({0, 1}), frozenset({0, 2})], True)
    >>> conflicts([frozenset()], most=10)  # a compatible package exists: no conflict
    ([], True)
    """
    found = list(islice(_hitting_sets(concessions), most + 1))
    return in_order(found[:most]), len(found) <= most


def in_order(sets: Sequence[Lines]) -> list[Lines]:
    """Sort sets of lines: smallest first, then by their members."""
    return sorted(sets, key=lambda lines: (len(lines), sorted(lines)))


def _lines(word: UInt64[np.ndarray, "words"]) -> Lines:
    return frozenset(map(int, np.flatnonzero(bits.unpack(word, len(word) * bits.WORD))))


def _hitting_sets(sets: Sequence[Lines]) -> Iterator[Lines]:
    """Yield every minimal set that meets all `sets`, by the algorithm MMCS [Murakami2014]_.

    Sets of `sets` are Python integers with one bit for each: `meets[line]` are those it is in.
    """
    meets: dict[int, int] = {}
    for place, lines in enumerate(sets):
        for line in lines:
            meets[line] = meets.get(line, 0) | 1 << place
    everything = (1 << len(sets)) - 1
    yield from _extended(sets, meets, everything, frozenset(meets), {})


def _extended(
    sets: Sequence[Lines], meets: dict[int, int], unmet: int, candidates: Lines, critical: dict[int, int]
) -> Iterator[Lines]:
    """Extend the set `critical` (line -> the sets that it alone meets) by candidates until none is unmet."""
    if not unmet:
        yield frozenset(critical)
        return
    hardest = min((lines & candidates for lines in _unmet(sets, unmet)), key=len)
    left = candidates - hardest
    for line in sorted(hardest):
        kept = {other: alone & ~meets[line] for other, alone in critical.items()}
        if all(kept.values()):
            own = unmet & meets[line]
            yield from _extended(sets, meets, unmet & ~own, left, {**kept, line: own})
            left = left | {line}


def _unmet(sets: Sequence[Lines], unmet: int) -> Iterator[Lines]:
    while unmet:
        lowest = unmet & -unmet
        yield sets[lowest.bit_length() - 1]
        unmet ^= lowest
