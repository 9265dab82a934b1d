"""How large a scenario is, from which it follows how its worlds are cut up."""

from __future__ import annotations

from sim.scenario import Scenario


def bytes_each(scenario: Scenario) -> int:
    """Return how many bytes the utilities of a world take.

    Examples
    --------
    >>> import sim
    >>> bytes_each(sim.load("2025-08-21"))  # 6 parties, 324 packages
    15552
    """
    return 8 * len(scenario.parties) * scenario.space.size
