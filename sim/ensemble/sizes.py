"""How large a scenario is, from which it follows how its worlds are cut up."""

from __future__ import annotations

from sim.scenario import Scenario

PROCESS_BYTES = 2**29
"""About how many bytes of utilities are played while a process starts, twice over."""


def bytes_each(scenario: Scenario) -> int:
    """Return how many bytes the utilities of a world take.

    Examples
    --------
    >>> import sim
    >>> bytes_each(sim.load("2025-08-21"))  # 6 parties, 324 packages
    15552
    """
    return 8 * len(scenario.parties) * scenario.space.size


def processes_worth(scenario: Scenario) -> int:
    """Return how many processes all worlds of a scenario keep busy for longer than they take to start.

    Examples
    --------
    >>> import sim
    >>> processes_worth(sim.load("2025-08-21"))
    1
    """
    return max(1, scenario.ensemble.worlds * bytes_each(scenario) // PROCESS_BYTES)
