"""The bootstrap [Efron1979]_, as counts: how often each row is in each resample; sums are then products."""

from __future__ import annotations

import numpy as np
from jaxtyping import Float

from sim.analysis.intervals import Z95
from sim.analysis.sensitivity.varying import demand_at_least


def resampling_counts(rows: int, resamples: int, seed: int) -> Float[np.ndarray, "resamples rows"]:
    """Return how often each row is drawn if `rows` rows are drawn with replacement, `resamples` times.

    Raises
    ------
    InputError
        If there are fewer than two resamples: there is nothing to see how they differ.

    Examples
    --------
    >>> counts = resampling_counts(rows=4, resamples=2, seed=1)
    >>> counts.sum(axis=1).tolist()
    [4.0, 4.0]
    """
    demand_at_least(2, resamples=resamples)
    picked = np.random.default_rng(seed).integers(rows, size=(resamples, rows))
    picked += rows * np.arange(resamples)[:, None]
    return np.bincount(picked.ravel(), minlength=resamples * rows).reshape(resamples, rows).astype(float)


def ends(
    estimate: Float[np.ndarray, "*each"], resampled: Float[np.ndarray, "resamples *each"]
) -> tuple[Float[np.ndarray, "*each"], Float[np.ndarray, "*each"]]:
    """Return the ends of the 95% interval, 1.96 standard deviations of the resampled ones to either side.

    An index may not be below 0 or above 1, but its estimate may, and so may the ends.

    Examples
    --------
    >>> low, high = ends(np.array([0.5]), np.array([[0.4], [0.6]]))
    >>> round(float(low[0]), 3), round(float(high[0]), 3)
    (0.223, 0.777)
    """
    half = Z95 * resampled.std(axis=0, ddof=1)
    return estimate - half, estimate + half
