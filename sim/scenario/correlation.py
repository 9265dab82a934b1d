"""Uncertain quantities that tend to be high together, or one high where the other is low."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated

import numpy as np
from jaxtyping import Float
from pydantic import AfterValidator, Field

from sim.scenario.noun import Noun

LEAST_EIGENVALUE = 1e-9
"""Below, correlations count as impossible: nothing could be drawn with them exactly."""


def _two(names: tuple[str, ...]) -> tuple[str, ...]:
    if len(names) != 2:  # noqa: PLR2004
        raise ValueError(f"expected two paths, found {len(names)}")
    return names


def _within(rank: float) -> float:
    if not -1 < rank < 1:
        raise ValueError(f"rank of {rank:g}, expected a number above -1 and below 1")
    return rank


_PAIR = Field(json_schema_extra={"minItems": 2, "maxItems": 2})
_BETWEEN = Field(json_schema_extra={"exclusiveMinimum": -1, "exclusiveMaximum": 1})


class Correlation(Noun):
    """Two quantities with their rank correlation, Spearman's.

    An event, such as a red line that is held, counts as high where it happens.

    Examples
    --------
    >>> Correlation(between=["parties.a.no_deal.value", "parties.b.no_deal.value"], rank=0.6).rank
    0.6
    """

    between: Annotated[tuple[str, ...], AfterValidator(_two), _PAIR]
    """The paths of the two quantities."""
    rank: Annotated[float, Field(strict=True), AfterValidator(_within), _BETWEEN]
    """How far both are high in the same worlds: always towards 1, never towards -1, independently at 0."""
    because: str | None = None
    """The reason, in a few words."""


def groups(correlations: Iterable[Correlation]) -> list[tuple[str, ...]]:
    """Return the quantities that hang together, directly or through others, each group by first mention.

    Examples
    --------
    >>> pairs = [("a", "b"), ("c", "d"), ("e", "b")]
    >>> groups([Correlation(between=pair, rank=0.5) for pair in pairs])
    [('a', 'b', 'e'), ('c', 'd')]
    """
    group_of: dict[str, list[str]] = {}
    for one in correlations:
        first, second = (group_of.setdefault(name, [name]) for name in one.between)
        if first is not second:
            first += second
            group_of |= dict.fromkeys(second, first)
    mentioned = {name: place for place, name in enumerate(group_of)}
    distinct = {id(group): group for group in group_of.values()}
    return [tuple(sorted(group, key=mentioned.__getitem__)) for group in distinct.values()]


def matrix(names: Sequence[str], correlations: Iterable[Correlation]) -> Float[np.ndarray, "names names"]:
    """Return the correlations of normal scores that give the rank correlations [Pearson1907]_.

    They are 2 sin(pi rank / 6). Quantities of which nothing is said are uncorrelated.

    Examples
    --------
    >>> matrix(["a", "b"], [Correlation(between=("a", "b"), rank=0.5)]).round(4).tolist()
    [[1.0, 0.5176], [0.5176, 1.0]]
    """
    places: Mapping[str, int] = {name: place for place, name in enumerate(names)}
    scores = np.eye(len(names))
    for one in correlations:
        if set(one.between) <= places.keys():
            first, second = (places[name] for name in one.between)
            scores[first, second] = scores[second, first] = 2 * math.sin(math.pi * one.rank / 6)
    return scores


def is_possible(scores: Float[np.ndarray, "names names"]) -> bool:
    """Tell whether anything can be correlated so: whether the matrix is positive definite."""
    return bool(np.linalg.eigvalsh(scores)[0] > LEAST_EIGENVALUE)
