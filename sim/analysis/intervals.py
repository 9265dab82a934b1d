"""How far a share may be off because only so many worlds were drawn: the Wilson interval [Wilson1927]_."""

from __future__ import annotations

import math

import numpy as np
from jaxtyping import Float

Z95 = 1.959963984540054  # two-sided 95% of a standard normal


def wilson(
    counts: Float[np.ndarray, "rows"], total: int, z: float = Z95
) -> tuple[Float[np.ndarray, "rows"], Float[np.ndarray, "rows"]]:
    """Return the ends of the score interval for each count out of `total`; 0 to 1 if `total` is 0.

    It is sampling error alone: it says nothing of how right the assumptions are.

    Examples
    --------
    >>> low, high = wilson(np.array([50.0]), 100)
    >>> round(float(low[0]), 4), round(float(high[0]), 4)
    (0.4038, 0.5962)
    """
    if total == 0:
        return np.zeros_like(counts), np.ones_like(counts)
    share = counts / total
    shrink = 1 + z**2 / total
    centre = (share + z**2 / (2 * total)) / shrink
    half = z * np.sqrt(share * (1 - share) / total + z**2 / (4 * total**2)) / shrink
    low, high = np.clip(centre - half, 0, 1), np.clip(centre + half, 0, 1)
    return np.where(counts == 0, 0, low), np.where(counts == total, 1, high)  # exact, but for rounding


def with_shares(counts: Float[np.ndarray, "rows"], total: int) -> dict[str, np.ndarray]:
    """Return the columns `count`, `share`, `low` and `high` of a table of counts."""
    low, high = wilson(counts, total)
    share = counts / total if total else np.full_like(counts, math.nan)
    return {"count": counts.astype(np.int64), "share": share, "low": low, "high": high}
