"""Which quantities of a scenario are correlated, and what makes independent normal scores so."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.scenario import Scenario
from sim.scenario.correlation import groups, matrix
from sim.scenario.quantities import Event, Quantity, quantities


@dataclass(frozen=True)
class Group:
    """Quantities that hang together.

    Parameters
    ----------
    names
        In order of first mention.
    factor
        The lower triangle, row by row, that makes independent normal scores of these quantities correlated:
        the Cholesky factor of their correlations.
    """

    names: tuple[str, ...]
    factor: tuple[tuple[float, ...], ...]


def correlated_groups(scenario: Scenario) -> tuple[Group, ...]:
    """Return the groups of correlated quantities.

    An event happens where its number is low. It is to count as high where it happens, so its
    correlations with numbers change their sign.

    Raises
    ------
    numpy.linalg.LinAlgError
        If the correlations are impossible together, which `sim.scenario.drawable` looks for.
    """
    if not scenario.correlate:
        return ()
    everything = quantities(scenario)
    return tuple(_group(scenario, names, everything) for names in groups(scenario.correlate))


def _group(scenario: Scenario, names: tuple[str, ...], everything: dict[str, Quantity]) -> Group:
    signs = np.array([-1.0 if isinstance(everything[name], Event) else 1.0 for name in names])
    factor = np.linalg.cholesky(signs[:, None] * matrix(names, scenario.correlate) * signs)
    return Group(names, tuple(tuple(row[: place + 1]) for place, row in enumerate(factor.tolist())))
