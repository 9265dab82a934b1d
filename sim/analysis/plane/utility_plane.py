"""Packages, deals, no deal and solution points in the plane of two parties' utilities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pandas as pd
from jaxtyping import Float, Int

from sim.analysis.landing.concept_names import NAMES
from sim.analysis.plane.mean_worlds import MeanWorlds, mean_worlds
from sim.analysis.plane.opposed import most_opposed, rank_correlation
from sim.analysis.provenance import stamped
from sim.axes import PackageMask
from sim.ensemble.run import Run
from sim.errors import InputError, Problem, one_of
from sim.negotiation.endings import Ending
from sim.scenario import Scenario, describe
from sim.solutions import pareto_efficient
from sim.solutions.choice import NONE

Pair = tuple[int, int]
Worth = Float[np.ndarray, "parties packages"]

DIGITS = 12
"""Means are rounded to so many digits: what is worth the same in every world is worth the same."""

MOST_PACKAGES = 2_000
"""Packages listed at most beside those picked: the efficient, the most acceptable, a sample of the others."""

CELLS = 40
"""Steps from 0 to 1 to which the utilities of deals are rounded, to count deals that lie close together."""

QUANTILES = {"p05": 0.05, "median": 0.5, "p95": 0.95}

COLUMNS = ["kind", "name", "package", "label", "x", "y", "count", "share", "frontier"]


def utility_plane(
    run: Run, picks: pd.DataFrame, parties: tuple[str, str] | None = None, batch: int | None = None
) -> pd.DataFrame:
    """Tabulate what lies where in the plane of two parties' utilities.

    What a package is worth is uncertain, so it lies at its mean over the worlds; the frontier is that of
    these means, for the two parties alone. What is known of a world only, the deal made there and what no
    deal is worth, keeps its spread. Solution points are what the concepts pick most often, world by world:
    no concept is asked about means, which are the utilities of no world.

    Parameters
    ----------
    run
        Any run.
    picks
        What each concept picks how often: `sim.analysis.landing.landing(run).picks`.
    parties
        Whose utilities; if not given, those of the parties at the table that order packages least alike
        (of all parties, if less than two are at the table).
    batch
        How many worlds are drawn together; it changes nothing.

    Returns
    -------
    Columns `kind`, `name`, `package` (index, or -1), `label`, `x` and `y` (utilities of the two), `count`,
    `share`, `frontier`. The kinds are

    `package`
        One that could be signed; `count` and `share` of the worlds looked at in which all accept it whose
        consent it needs; `frontier` if no other is worth more to one of the two and as much to the other.
    `point`
        The package that the concept called `name` picks most often; `count` and `share` of all worlds.
    `no deal`
        Quantiles `p05`, `median`, `p95` of the reservation values in the last round.
    `deals`
        The middle of a cell, `attrs["cell"]` wide and high; `count` and `share` of all agreements.

    `attrs` has the `parties` and their `names`; `orders`, the names of those whose preferences are an order;
    the rank `correlation` of what packages are worth to the two; `looked_at`, the worlds behind means;
    `packages`, how many could be signed, of which at most `MOST_PACKAGES` are listed; `half`, how many of
    them all accept in at least half of the worlds; `worlds_agreed`.
    The table has no rows, and the `parties` are none, if there are less than two.

    Raises
    ------
    InputError
        If there are no such two parties.

    Examples
    --------
    >>> import sim
    >>> from sim.analysis.landing import landing
    >>> run = sim.run("2025-08-21", worlds=50, seed=1)
    >>> table = utility_plane(run, landing(run).picks)
    >>> table.attrs["parties"], round(table.attrs["correlation"], 2)
    (('russia', 'ukraine'), -0.84)
    """
    known = list(run.case.parties)
    if parties is not None and (wrong := list(_wrong(parties, known))):
        raise InputError(wrong)
    means = mean_worlds(run, batch)
    worth = means.utilities.round(DIGITS)
    pair = _places(parties, known) if parties else _opposed(run.case, worth[:, means.negotiable])
    if pair is None or not means.negotiable.any():
        empty = {"parties": (), "names": (), "orders": (), "packages": 0, "half": 0}
        return stamped(pd.DataFrame(columns=COLUMNS), run, **empty)
    here = worth[list(pair)]
    deals = _deals(run, pair)
    points = list(_points(picks, here))
    picked = [point["package"] for point in points]
    rows = [*_packages(run.case, means, here, picked), *points, *_no_deal(means, pair), *deals]
    chosen = [run.case.parties[known[place]] for place in pair]
    signed = np.flatnonzero(means.negotiable)
    return stamped(
        pd.DataFrame(rows, columns=COLUMNS),
        run,
        parties=tuple(known[place] for place in pair),
        names=tuple(party.name for party in chosen),
        orders=tuple(party.name for party in chosen if party.preferences.is_order),
        correlation=rank_correlation(here[0, signed], here[1, signed]),
        looked_at=means.worlds,
        packages=len(signed),
        half=int(np.count_nonzero(2 * means.zopa[signed] >= means.worlds)),
        worlds_agreed=sum(deal["count"] for deal in deals),
        cell=1 / CELLS,
    )


def _wrong(parties: tuple[str, str], known: list[str]) -> Iterator[Problem]:
    yield from (Problem(one_of("party", party, known)) for party in parties if party not in known)
    if len(set(parties)) < len(parties):
        yield Problem(f"party {parties[0]!r} stands for both axes, expected two parties")


def _places(parties: tuple[str, str], known: list[str]) -> Pair:
    return known.index(parties[0]), known.index(parties[1])


def _opposed(case: Scenario, worth: Worth) -> Pair | None:
    """Return the two at the table that are most opposed; of all parties, if less than two are there."""
    seated = [place for place, party in enumerate(case.parties) if party in case.at_the_table]
    return most_opposed(worth, seated if len(seated) > 1 else range(len(case.parties)))


def _packages(
    case: Scenario, means: MeanWorlds, here: Worth, picked: Sequence[int]
) -> Iterator[dict[str, Any]]:
    frontier = pareto_efficient(here, means.negotiable)
    for package in _listed(means, frontier, picked):
        yield {
            "kind": "package", "name": "", "package": package, "label": describe(case, package),
            "x": here[0, package], "y": here[1, package], "count": int(means.zopa[package]),
            "share": means.zopa[package] / means.worlds, "frontier": bool(frontier[package]),
        }  # fmt: skip


def _listed(means: MeanWorlds, frontier: PackageMask, picked: Sequence[int]) -> list[int]:
    """Return the packages to list, all if they are not too many."""
    packages = np.flatnonzero(means.negotiable)
    if len(packages) > MOST_PACKAGES:
        accepted = packages[np.argsort(-means.zopa[packages], kind="stable")][: MOST_PACKAGES // 4]
        accepted = accepted[means.zopa[accepted] > 0]
        others = packages[:: -(-len(packages) // (MOST_PACKAGES // 2))]
        efficient = np.flatnonzero(frontier)[: MOST_PACKAGES // 4]
        packages = np.unique(np.concatenate([efficient, accepted, others, np.array(picked, dtype=np.int64)]))
    return [int(package) for package in packages]


def _points(picks: pd.DataFrame, here: Worth) -> Iterator[dict[str, Any]]:
    for row in picks[picks["package"] != NONE].drop_duplicates("concept").to_dict("records"):
        package = int(row["package"])
        yield {
            "kind": "point", "name": NAMES[row["concept"]], "package": package, "label": row["label"],
            "x": here[0, package], "y": here[1, package], "count": row["count"], "share": row["share"],
            "frontier": False,
        }  # fmt: skip


def _no_deal(means: MeanWorlds, pair: Pair) -> Iterator[dict[str, Any]]:
    spread = np.quantile(means.reservation_values[:, list(pair)], list(QUANTILES.values()), axis=0)
    for name, (x, y) in zip(QUANTILES, spread.tolist(), strict=True):
        yield {
            "kind": "no deal",
            "name": name,
            "package": NONE,
            "label": "",
            "x": x,
            "y": y,
            "frontier": False,
        }


def _deals(run: Run, pair: Pair) -> list[dict[str, Any]]:
    """Count the deals in each cell of the plane, by their worth in the world in which they are made."""
    columns = [f"utility_{list(run.case.parties)[place]}" for place in pair]
    worth = run.ended(Ending.AGREED.name, columns)[columns].to_numpy(float)
    cells, counts = np.unique(_cells(worth), axis=0, return_counts=True)
    return [
        {
            "kind": "deals", "name": "", "package": NONE, "label": "", "x": x, "y": y,
            "count": count, "share": count / len(worth), "frontier": False,
        }
        for (x, y), count in zip((cells / CELLS).tolist(), counts.tolist(), strict=True)
    ]  # fmt: skip


def _cells(worth: Float[np.ndarray, "deals two"]) -> Int[np.ndarray, "deals two"]:
    return np.rint(worth * CELLS).astype(np.int64)
