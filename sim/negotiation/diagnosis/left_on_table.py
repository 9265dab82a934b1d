"""What an agreement left on the table: its distance to the Pareto frontier of what was acceptable then."""

from __future__ import annotations

import numpy as np
from jaxtyping import Float, Int

from sim.axes import WorldPackages
from sim.compatibility import Positions
from sim.negotiation.diagnosis._gains import largest_gains
from sim.worlds import Worlds

ROUNDING = 1e-12
"""Gains of this norm or less are what floats lose when they are added up, and count as none."""


def left_on_table(
    positions: Positions, worlds: Worlds, package: WorldPackages, round_: Int[np.ndarray, "worlds"]
) -> tuple[Float[np.ndarray, "worlds"], WorldPackages]:
    """Return how far the agreement of each world lies from the frontier, and the package there.

    Compared are the packages acceptable, in the round of the agreement, to every party whose consent
    they need, at which no party at the table has less than under the agreement. The distance is the
    largest Euclidean norm of what the parties at the table would have had on top, in utility. Nothing
    of the kind gives more than the package that attains it, so that package lies on the frontier.
    The distance is 0, and the package the agreement itself, exactly where the agreement lies there;
    without agreement they are NaN and -1.

    Parameters
    ----------
    positions, worlds
        The public side of the scenario, and what was drawn.
    package, round_
        What was agreed in each world, -1 for nothing, and in which round.

    Examples
    --------
    >>> import sim
    >>> from sim.negotiation.model import Negotiation
    >>> model = Negotiation(sim.load("2025-08-21"), worlds=100, rng=1)
    >>> outcomes = model.play()
    >>> distances, _ = left_on_table(model.positions, model.worlds, outcomes.package, outcomes.round)
    >>> bool((distances[outcomes.package >= 0] >= 0).all())
    True
    """
    at_table = positions.consent.any(axis=1)
    distances, best = largest_gains(
        positions.blocking, positions.consent_bits, positions.negotiable, at_table, package,
        worlds.held_at(round_), worlds.utilities, worlds.reservation_values_at(round_), ROUNDING,
    )  # fmt: skip
    return distances, best
