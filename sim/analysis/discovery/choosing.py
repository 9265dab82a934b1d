"""The box to talk about: a balance between holding much of what is of interest, and little else."""

from __future__ import annotations

from sim.analysis.discovery.boxes import Boxes


def best_balance(boxes: Boxes) -> int:
    """Return the number of the box with the largest harmonic mean of coverage and density.

    That is the F-measure of [VanRijsbergen1979]_: it is near the smaller of the two, so neither makes up for
    the other. A box that restricts nothing says nothing, and is returned only if there is no other. Ties go
    to the first.

    Examples
    --------
    >>> import pandas as pd
    >>> from sim.analysis.discovery.prim import prim
    >>> drawn = pd.DataFrame({"cost": range(100)})
    >>> found = prim(drawn, drawn["cost"] < 50)
    >>> found[best_balance(found)].limits
    {'cost': Between(low=-inf, high=50.5)}
    """
    restricting = [number for number, box in enumerate(boxes) if box.limits] or [0]
    return max(restricting, key=lambda number: _harmonic_mean(boxes[number].coverage, boxes[number].density))


def _harmonic_mean(coverage: float, density: float) -> float:
    return 2 * coverage * density / (coverage + density) if coverage else 0.0
