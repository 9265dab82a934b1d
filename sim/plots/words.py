"""Words that only pictures use: shares with their intervals, red lines as a table calls them."""

from __future__ import annotations

from math import ceil, floor

import pandas as pd

from sim.scenario.words import in_words, percent

_RARE, _VERY_RARE = 0.1, 0.001
"""Below these, a share with its interval is said with one digit after the point, or with two."""


def percent_with_interval(share: float, low: float, high: float, finest: int = 2) -> str:
    """Say a share and its interval, finer where it is close to none or all, with `finest` digits at most.

    Where that is not fine enough, the interval is rounded outwards.

    Examples
    --------
    >>> percent_with_interval(0.384, 0.36, 0.41), percent_with_interval(0.012, 0.008, 0.018)
    ('38% (36 to 41%)', '1.2% (0.8 to 1.8%)')
    >>> percent_with_interval(1, 0.9996, 1), percent_with_interval(1, 0.9996, 1, finest=1)
    ('100% (99.96 to 100.00%)', '100% (99.9 to 100.0%)')
    """
    rarer = min(high, 1 - low)
    wanted = 0 if rarer >= _RARE else 1 if rarer >= _VERY_RARE else 2
    digits, scale = min(finest, wanted), 10.0**finest
    if digits < wanted:
        low, high = floor(100 * low * scale) / scale / 100, ceil(100 * high * scale) / scale / 100
    return f"{percent(share, digits)} ({100 * low:.{digits}f} to {100 * high:.{digits}f}%)"


def line_words(line: str, table: pd.DataFrame) -> str:
    """Call a red line as the table says people do, or else by its id as words.

    Examples
    --------
    >>> table = pd.DataFrame()
    >>> line_words("no-nato", table)
    'no nato'
    >>> table.attrs["line_words"] = {"no-nato": "NATO stays out"}
    >>> line_words("no-nato", table)
    'NATO stays out'
    """
    known: dict[str, str] = table.attrs.get("line_words", {})
    return known.get(line) or in_words(line)


def part_of(count: int, whole: int) -> str:
    """Say how many of some that were named before.

    Examples
    --------
    >>> part_of(3, 5), part_of(5, 5), part_of(2, 2), part_of(1, 1)
    ('3 of 5', 'all 5', 'both', 'it')
    """
    return f"{count} of {whole}" if count < whole else {1: "it", 2: "both"}.get(whole, f"all {whole}")
