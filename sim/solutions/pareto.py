"""Pareto efficiency: no other package is better for somebody and worse for nobody [Pareto1906]_."""

from __future__ import annotations

from functools import reduce

import numpy as np
from jaxtyping import Bool, Float

from sim.solutions._frontier import mark_efficient


def pareto_efficient(
    utilities: Float[np.ndarray, "*worlds parties packages"],
    among: Bool[np.ndarray, "*worlds packages"] | None = None,
) -> Bool[np.ndarray, "*worlds packages"]:
    """Mark the packages that no other dominates; only those in `among` count and are marked.

    A package dominates another if it is worth at least as much to every party and more to one. Numbers are
    compared exactly, so round them first where their last digits should not count. Packages that are worth
    the same to everybody do not dominate each other.

    Parameters
    ----------
    utilities
        Worth of each package to each party.
    among
        The packages to compare, all if it is not given.

    Examples
    --------
    >>> utilities = np.array([[0.9, 0.5, 0.4, 0.1], [0.1, 0.5, 0.4, 0.9]])
    >>> pareto_efficient(utilities)
    array([ True,  True, False,  True])
    >>> pareto_efficient(utilities, among=np.array([False, False, True, True]))
    array([False, False,  True,  True])
    """
    *worlds, parties, packages = utilities.shape
    each = np.ascontiguousarray(utilities, dtype=np.float64).reshape(-1, parties, packages)
    marked = np.ones((len(each), packages), dtype=bool) if among is None else among.reshape(-1, packages)
    totals = reduce(np.add, np.moveaxis(each, 1, 0))
    order = np.argsort(np.where(marked, -totals, np.inf), axis=1, kind="stable")
    efficient = np.zeros(marked.shape, dtype=bool)
    mark_efficient(each, totals, order, np.count_nonzero(marked, axis=1), efficient)
    return efficient.reshape(*worlds, packages)


def is_pareto_efficient(
    utilities: Float[np.ndarray, "parties packages"],
    package: int,
    among: Bool[np.ndarray, "packages"] | None = None,
) -> bool:
    """Say, by comparing it with each of the others, whether no package of `among` dominates one of them.

    Examples
    --------
    >>> utilities = np.array([[0.9, 0.5, 0.4, 0.1], [0.1, 0.5, 0.4, 0.9]])
    >>> [is_pareto_efficient(utilities, package) for package in range(4)]
    [True, True, False, True]
    """
    worth = list(zip(*utilities.tolist(), strict=True))
    compared = [other for other in range(len(worth)) if among is None or among[other]]
    return package in compared and not any(
        all(there >= here for there, here in zip(worth[other], worth[package], strict=True))
        and any(there > here for there, here in zip(worth[other], worth[package], strict=True))
        for other in compared
    )
