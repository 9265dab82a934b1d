"""The loops behind acceptability: worlds are gone through in order, and what is found is added up.

So how worlds are cut into batches changes no sum, not even in its last digit.
"""

from __future__ import annotations

from typing import no_type_check

import numpy as np
from numba import njit

# `no_type_check` keeps the test run from wrapping these in checks of axes, which do not compile.


@njit(cache=True, nogil=True)
@no_type_check
def count_acceptances(  # noqa: PLR0917  (compiled functions know no keywords)
    utilities: np.ndarray,
    reservation_values: np.ndarray,
    held: np.ndarray,
    own: np.ndarray,
    consent: np.ndarray,
    negotiable: np.ndarray,
    seats: np.ndarray,
    accepted: np.ndarray,
    patterns: np.ndarray,
    zopa: np.ndarray,
) -> None:
    """Count who accepts which packages, and together with whom; mark the ZOPA of each world.

    `own` has the lines of each party that a package crosses; `seats` the bit of each party in a pattern,
    -1 for none.
    """
    worlds, parties, packages = utilities.shape
    for world in range(worlds):
        signs = np.zeros(packages, np.uint64)
        pattern = np.zeros(packages, np.int64)
        for party in range(parties):
            bit = np.uint64(1) << np.uint64(party)
            seat = 0 if seats[party] < 0 else 1 << seats[party]
            for package in range(packages):
                if utilities[world, party, package] >= reservation_values[world, party] and not _crosses(
                    own[party, package], held[world]
                ):
                    signs[package] |= bit
                    pattern[package] |= seat
                    accepted[party, package] += 1
        for package in range(packages):
            patterns[package, pattern[package]] += 1
            zopa[world, package] = negotiable[package] and (consent[package] & ~signs[package]) == 0


@njit(cache=True, nogil=True)
@no_type_check
def _crosses(crossed: np.ndarray, held: np.ndarray) -> bool:
    for word in range(len(held)):  # noqa: SIM110  (Numba compiles no generator inside any)
        if crossed[word] & held[word]:
            return True
    return False


@njit(cache=True, nogil=True)
@no_type_check
def count_ranks(  # noqa: PLR0917  (compiled functions know no keywords)
    rising: np.ndarray,
    utilities: np.ndarray,
    weights: np.ndarray,
    possible: np.ndarray,
    rounding: float,
    ranks: np.ndarray,
    central: np.ndarray,
) -> None:
    """Count the ranks of packages for one party, and add up its weights where a package is its best.

    `rising` has the packages of each world by their utility. Packages worth the same share the best rank.
    """
    for world in range(len(utilities)):
        place, rank, top = 0, 0, 0.0
        for back in range(utilities.shape[1]):
            package = rising[world, utilities.shape[1] - 1 - back]
            if not possible[package]:
                continue
            if place == 0 or utilities[world, package] < top - rounding:
                rank, top = place, utilities[world, package]
            ranks[package, rank] += 1
            if rank == 0:
                central[package] += weights[world]
            place += 1


@njit(cache=True, nogil=True)
@no_type_check
def add_regrets(  # noqa: PLR0917  (compiled functions know no keywords)
    utilities: np.ndarray,
    reservation_values: np.ndarray,
    zopa: np.ndarray,
    within: float,
    bins_per_unit: int,
    total: np.ndarray,
    most: np.ndarray,
    bins: np.ndarray,
    satisfied: np.ndarray,
    near: np.ndarray,
) -> None:
    """Add up what each party has less than its best if a package is proposed.

    `bins` counts regrets by the nearest part of a unit, the last one all that lie beyond.
    """
    worlds, parties, packages = utilities.shape
    for world in range(worlds):
        for party in range(parties):
            least = reservation_values[world, party]
            best = least
            for package in range(packages):
                if zopa[world, package] and utilities[world, party, package] > best:
                    best = utilities[world, party, package]
            for package in range(packages):
                signed = zopa[world, package]
                regret = best - (utilities[world, party, package] if signed else least)
                total[party, package] += regret
                most[party, package] = max(most[party, package], regret)
                nearest = int(min(regret * bins_per_unit + 0.5, bins.shape[2] - 1))
                bins[party, package, nearest] += 1
                satisfied[party, package] += signed and utilities[world, party, package] >= least
                near[party, package] += regret <= within
