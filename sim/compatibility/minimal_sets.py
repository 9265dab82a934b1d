"""Minimal concessions and minimal conflicts, the two duals of each other [Reiter1987]_.

A *concession* (minimal correction set, MCS) is a minimal set of red lines whose removal makes some
package compatible: an inclusion-minimal word. A *conflict* (minimal unsatisfiable set, MUS) is a
minimal set of lines that no package satisfies together: a minimal set that meets every concession.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from sim.axes import PackageWords
from sim.compatibility import bits

Lines = frozenset[int]
"""Places of red lines."""


def concessions(crossing: PackageWords) -> list[Lines]:
    """List the inclusion-minimal sets of lines that some package crosses, smallest first.

    A compatible package crosses nothing, so the list is then the empty set alone.

    Examples
    --------
    >>> concessions(np.array([[0b011], [0b001], [0b110]], dtype=np.uint64))
    [frozenset({0}), frozenset({1, 2})]
    """
    distinct = np.unique(crossing, axis=0)
    members = bits.unpack(distinct, distinct.shape[1] * bits.WORD)
    return minimal(frozenset(map(int, np.flatnonzero(row))) for row in members)


def conflicts(concession_sets: Iterable[Lines]) -> list[Lines]:
    """List the minimal sets of lines that meet every concession, smallest first [Berge1989]_.

    Examples
    --------
    >>> conflicts([frozenset({0}), frozenset({1, 2})])
    [frozenset({0, 1}), frozenset({0, 2})]
    >>> conflicts([frozenset()])  # a compatible package exists: no conflict
    []
    """
    partial: list[Lines] = [frozenset()]
    for concession in concession_sets:
        met = [lines for lines in partial if lines & concession]
        extended = [lines | {line} for lines in partial if not lines & concession for line in concession]
        partial = minimal(met + extended)
    return partial


def minimal(sets: Iterable[Lines]) -> list[Lines]:
    """Keep the sets that contain no other one, smallest first, then by their members."""
    kept: list[Lines] = []
    for candidate in sorted(set(sets), key=lambda lines: (len(lines), sorted(lines))):
        if not any(smaller <= candidate for smaller in kept):
            kept.append(candidate)
    return kept
