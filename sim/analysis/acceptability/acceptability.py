"""What each package has going for it over all worlds [Lahdelma1998]_ [Lahdelma2001]_."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from jaxtyping import Float

from sim.analysis.acceptability.acceptances import Acceptances
from sim.analysis.acceptability.ranks import Ranks
from sim.analysis.acceptability.regrets import Regrets
from sim.analysis.acceptability.shortlist import shortlist
from sim.analysis.last_round import last_rounds
from sim.analysis.provenance import stamped
from sim.compatibility import positions
from sim.ensemble.run import Run
from sim.errors import InputError, Problem
from sim.scenario.words import counted
from sim.worlds import uniforms
from sim.worlds.draw import weights

MOST_NUMBERS = 2**26
"""How many counts of ranks may be kept: parties x packages x packages."""


@dataclass(frozen=True)
class Acceptability:
    """What each package has going for it; tables are of possible packages, in index order unless told.

    Parameters
    ----------
    worlds
        In how many worlds packages were looked at.
    packages
        `package`, `label`, `consent` (the parties whose consent it needs, " + " between them); `count`,
        `share`, `low`, `high` of the worlds in which all of these accept it, and `share_PARTY`, `low_PARTY`,
        `high_PARTY` of those in which a party does, asked or not.
    coalitions
        For each coalition of two or more parties at the table and each package: `coalition` (" + " between
        its members), `size`, `package`; `count`, `share`, `low`, `high` of the worlds in which every
        member accepts it. Without rows if more than 8 parties are at the table; `attrs["cut"]` says so.
    ranks
        For each party and package: `party`, `package`; `count`, `first`, `low`, `high` (its rank is 1),
        `top5` (its rank is 5 or better), `mean_rank`.
    rank_acceptability
        Share of worlds in which a package has a rank for a party: parties, all packages, ranks from 1 up.
    central_weights
        For each party and each package that is ever its best, the most frequent first: `party`, `package`,
        `label`; `count`, `share`, `low`, `high` of these worlds; `weight_ISSUE`, the party's mean weights
        there, NaN if its preferences are an order.
    shortlist
        Packages whose share is not clearly below that of the best, which comes first: the columns of
        `packages` up to `high`; `gained` and `lost`, the worlds in which this package is acceptable to all
        and the best is not, and the reverse; `difference` of the shares, with `difference_low` and
        `difference_high`.
    regret
        For each party and package: `party`, `package`; `mean`, `p90` (to a thousandth) and `max` of the
        party's regret; `satisfied` and `within`, the shares of worlds in which it is satisfied, and in
        which its regret is small; `attrs["within"]` says how small.
    """

    worlds: int
    packages: pd.DataFrame
    coalitions: pd.DataFrame
    ranks: pd.DataFrame
    rank_acceptability: Float[np.ndarray, "parties packages ranks"]
    central_weights: pd.DataFrame
    shortlist: pd.DataFrame
    regret: pd.DataFrame


def acceptability(
    run: Run, worlds: int | None = None, *, within: float = 0.1, batch: int | None = None
) -> Acceptability:
    """Look at each package in the first so many worlds of a run, all of them if no number is given.

    A party *accepts* a package if, in the last round, the package crosses no line that the party holds and
    is worth at least its reservation value. All do if everybody does whose consent the package needs, and
    it needs somebody's: then the package is in the ZOPA.

    A package's *rank* for a party is by utility alone, acceptable or not: one more than the number of
    possible packages that are worth more to it, so equals share the best rank.

    A party's *regret* if a package is proposed is what the party could have had at best, less what it gets.
    It gets the package's utility where all accept it, its reservation value elsewhere; at best it has the
    most of its reservation value and of all packages that all accept. It is *satisfied* where all accept the
    package and it is worth at least its reservation value to the party [Simon1956]_ [Starr1963]_.

    Parameters
    ----------
    run
        Any run; how it ended is not looked at.
    worlds
        How many of its worlds to look at.
    within
        How much regret, in utility, is small.
    batch
        How many worlds are drawn together; it changes nothing.

    Raises
    ------
    InputError
        If the run has not so many worlds, `within` is negative, or there are too many packages.

    Examples
    --------
    >>> import sim
    >>> answer = acceptability(sim.run("2025-08-21", worlds=50, seed=1))
    >>> answer.rank_acceptability.shape, len(answer.coalitions)
    ((6, 324, 288), 16416)
    """
    if problems := [*_unanswerable(run, worlds, within)]:
        raise InputError(problems)
    public = positions(run.case)
    acceptances, ranks = Acceptances(run.case, public), Ranks(run.case, public)
    regrets = Regrets(run.case, public, within)
    for part in last_rounds(run, worlds, batch):
        regrets.add(part, acceptances.add(part))
        ranks.add(part, weights(run.case, uniforms(run.case, run.seed, part.first, len(part))))
    seen = acceptances.worlds
    return Acceptability(
        worlds=seen,
        packages=stamped(acceptances.packages(), run, worlds=seen),
        coalitions=stamped(acceptances.coalitions(), run, worlds=seen, cut=not acceptances.counts_coalitions),
        ranks=stamped(ranks.table(), run, worlds=seen),
        rank_acceptability=ranks.counts / seen,
        central_weights=stamped(ranks.central_weights(), run, worlds=seen),
        shortlist=stamped(shortlist(acceptances), run, worlds=seen),
        regret=stamped(regrets.table(), run, worlds=seen, within=within),
    )


def _unanswerable(run: Run, worlds: int | None, within: float) -> Iterator[Problem]:
    if worlds is not None and not 1 <= worlds <= run.worlds:
        yield Problem(f"worlds {worlds:,} cannot be looked at, expected 1 to {run.worlds:,}")
    if not within >= 0:
        yield Problem(f"within {within} is no amount of regret, expected 0 or more")
    parties, packages = len(run.case.parties), run.case.space.size
    if parties * packages**2 > MOST_NUMBERS:
        most = int((MOST_NUMBERS / parties) ** 0.5)
        found = f"{packages:,} packages are too many to rank for {counted(parties, 'party', 'parties')}"
        yield Problem(f"{found}, expected at most {most:,}", path="issues")
