"""Whether a restriction may be chance: quasi-p-values [BryantLempert2010]_.

A restriction is dropped, and all others stay. Of the larger box a certain share is of interest. If the
restriction meant nothing, the worlds that it leaves would be drawn from that box at random: how likely is it
then that so many of them are of interest? "Quasi", since the limits were chosen by the same worlds.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from jaxtyping import Bool

from sim.analysis.discovery.bounds import Bounds
from sim.analysis.discovery.columns import Columns
from sim.analysis.discovery.objectives import Count

CHANCE = 0.05
"""Above this a restriction might be chance."""

Worlds = Bool[np.ndarray, "worlds"]


class QuasiP(NamedTuple):
    """Quasi-p-values of an input's lower end, upper end and categories; NaN where nothing is restricted."""

    low: float
    high: float
    kept: float


def quasi_p_values(columns: Columns, of_interest: Worlds, among: Worlds, bounds: Bounds) -> dict[str, QuasiP]:
    """Return the quasi-p-values of each input that is restricted: one for each end, one for categories."""
    broken = _broken(columns, bounds)
    times = np.sum([broke for _, _, broke in broken], axis=0, dtype=np.int16)
    inside = among & (times == 0)
    count = Count(int(inside.sum()), int(of_interest[inside].sum()))
    alone = among & (times == 1)
    found: dict[str, QuasiP] = {}
    for name, place, broke in broken:
        added = alone & broke
        without = Count(count.worlds + int(added.sum()), count.of_interest + int(of_interest[added].sum()))
        found[name] = found.get(name, _NONE)._replace(**{place: by_chance(count, without)})
    return found


def by_chance(inside: Count, without: Count) -> float:
    """Return how likely so many, or more, are of interest if worlds are drawn from the larger box.

    Examples
    --------
    >>> by_chance(Count(2, 2), Count(4, 2))
    0.25
    """
    from scipy.special import bdtrc  # noqa: PLC0415  (slow to import)

    if inside.of_interest == 0:
        return 1.0
    return float(bdtrc(inside.of_interest - 1, inside.worlds, without.of_interest / without.worlds))


_NONE = QuasiP(np.nan, np.nan, np.nan)


def _broken(columns: Columns, bounds: Bounds) -> list[tuple[str, str, Worlds]]:
    """Return each restriction: the input, the place, and the worlds that break it."""
    found = []
    for row, name in enumerate(columns.number_names):
        if bounds.low[row] > -np.inf:
            found.append((name, "low", columns.numbers[row] < bounds.low[row]))
        if bounds.high[row] < np.inf:
            found.append((name, "high", columns.numbers[row] > bounds.high[row]))
    for row, name in enumerate(columns.category_names):
        if not bounds.allowed[row].all():
            found.append((name, "kept", ~bounds.allowed[row][columns.codes[row]]))
    return found
