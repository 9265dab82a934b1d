"""Moves from who controls which issue: a move changes options of issues its party controls [Fang1993]_."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence

import numpy as np
from jaxtyping import Bool, Int

from sim.graph_model.moves import Arrows, Moves, row_starts

Places = Sequence[int]
"""Places of options within their issue, in the order in which a move may change them."""


def controlled_moves(
    shape: Sequence[int],
    possible: Bool[np.ndarray, "packages"],
    controls: Sequence[Collection[int]],
    one_way: Mapping[int, Places] | None = None,
) -> Moves:
    """Work out every party's moves between the packages of a package space.

    A party moves from one possible package to another if they differ on issues it controls and on no other.
    It may change several of them at once. An issue may be controlled by several parties, or by none.

    Parameters
    ----------
    shape
        Number of options of each issue.
    possible
        Packages that no rule forbids, in index order (last issue fastest).
    controls
        For each party, the places of the issues it controls.
    one_way
        Issue -> places of its options: a move may only go forward along them. A move neither leaves nor
        enters an option of that issue that is not among them.

    Examples
    --------
    Two parties settle one issue of two options each; the second cannot take its choice back.

    >>> moves = controlled_moves((2, 2), np.ones(4, dtype=bool), [[0], [1]], one_way={1: [0, 1]})
    >>> [[moves.of(party, package) for package in range(4)] for party in range(2)]
    [[[2], [3], [0], [1]], [[1], [], [3], []]]
    """
    found = [_targets(tuple(shape), possible, sorted(axes), one_way or {}) for axes in controls]
    counts = [np.count_nonzero(may, axis=1) for _, may in found]
    ends = np.concatenate([targets[may] for targets, may in found]) if found else np.zeros(0, np.int64)
    starts = row_starts(np.array(counts, dtype=np.int64).reshape(len(found), len(possible)))
    return Moves(possible, Arrows(starts, ends.astype(np.int64)), tuple(shape))


def _targets(
    shape: tuple[int, ...],
    possible: Bool[np.ndarray, "packages"],
    axes: Sequence[int],
    one_way: Mapping[int, Places],
) -> tuple[Int[np.ndarray, "packages choices"], Bool[np.ndarray, "packages choices"]]:
    """Return where a party's every choice of options leads from each package, and whether it may go there."""
    places = np.indices(shape).reshape(len(shape), -1)
    strides = [math.prod(shape[axis + 1 :]) for axis in axes]
    options = [shape[axis] for axis in axes]
    chosen = np.indices(options).reshape(len(axes), math.prod(options))
    kept = np.arange(len(possible)) - _sum(strides, places[np.array(axes, dtype=np.int64)])
    targets = kept[:, None] + _sum(strides, chosen)
    may = possible[:, None] & possible[targets] & (targets != np.arange(len(possible))[:, None])
    for axis, choice in zip(axes, chosen, strict=True):
        if axis in one_way:
            may &= _forward(shape[axis], one_way[axis])[places[axis][:, None], choice]
    return targets, may


def _sum(strides: Sequence[int], places: Int[np.ndarray, "issues ..."]) -> Int[np.ndarray, "..."]:
    """Add up how much options on some issues add to a package's index."""
    return np.tensordot(np.array(strides, dtype=np.int64), places, axes=1)


def _forward(options: int, order: Places) -> Bool[np.ndarray, "options options"]:
    """Tell from which option to which a move may go; it may also leave the issue alone."""
    may = np.eye(options, dtype=bool)
    for place, option in enumerate(order):
        may[option, list(order[place + 1 :])] = True
    return may
