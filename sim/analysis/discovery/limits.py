"""What a box asks of an input."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from sim.analysis.discovery.bounds import Bounds
from sim.analysis.discovery.columns import Columns


@dataclass(frozen=True)
class Between:
    """A number lies between two ends, both inside; infinite where nothing is cut off."""

    low: float
    high: float


@dataclass(frozen=True)
class Among:
    """An event or a category is one of these."""

    kept: tuple[object, ...]


Limits = Between | Among


def limits_of(columns: Columns, bounds: Bounds) -> Mapping[str, Limits]:
    """Return the limits of the inputs that are restricted, in the order of the table.

    Examples
    --------
    >>> import pandas as pd
    >>> from sim.analysis.discovery.bounds import everything
    >>> from sim.analysis.discovery.columns import columns_of
    >>> columns = columns_of(pd.DataFrame({"held": [True, False], "cost": [1.0, 2.0]}))
    >>> limits_of(columns, everything(columns).with_high(0, 1.5))
    {'cost': Between(low=-inf, high=1.5)}
    """
    found: dict[str, Limits] = {}
    for row, name in enumerate(columns.number_names):
        low, high = float(bounds.low[row]), float(bounds.high[row])
        if low > -np.inf or high < np.inf:
            found[name] = Between(low, high)
    for name, categories, allowed in zip(
        columns.category_names, columns.categories, bounds.allowed, strict=True
    ):
        if not allowed.all():
            found[name] = Among(tuple(each for each, kept in zip(categories, allowed, strict=True) if kept))
    return {name: found[name] for name in columns.order if name in found}
