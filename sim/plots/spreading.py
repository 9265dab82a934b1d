"""Labels beside the ends of lines, moved apart just as far as it takes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def spread(wanted: Sequence[float], gap: float, top: float) -> list[float]:
    """Places nearest above the wanted ones, `gap` apart; below `top` as far as that is possible.

    Examples
    --------
    >>> spread([1, 1.5, 8], gap=2, top=10)
    [1, 3, 8]
    >>> spread([9, 1, 10], gap=2, top=10)
    [8, 1, 10]
    """
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    places = list(wanted)
    for below, above in pairwise(order):
        places[above] = max(places[above], places[below] + gap)
    ceiling = top
    for place in reversed(order):
        places[place] = min(places[place], ceiling)
        ceiling = places[place] - gap
    return places
