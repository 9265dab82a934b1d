"""Which sets of obstacles would have been enough to give up, and which could not be had together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

import numpy as np
import pandas as pd

from sim.analysis.intervals import with_shares
from sim.analysis.provenance import stamped
from sim.analysis.summing_up.in_the_way import obstacles
from sim.analysis.summing_up.reasons import Reason, Sets, reasons
from sim.compatibility.minimal_sets import conflicts
from sim.ensemble.run import Run
from sim.negotiation.diagnosis.ids import obstacle_ids

MOST = 50
"""How many sets are listed, the most frequent."""

MOST_CONFLICTS = 64
"""How many conflicts of one reason are looked for."""


def in_the_way_sets(run: Run) -> pd.DataFrame:
    """Minimal sets of obstacles, with the share of worlds without a ZOPA in which each would be enough.

    Most frequent first, then the smallest; at most 50. Columns: `ids` (a tuple), `label`, `count`, `share`,
    `low`, `high`; `attrs["no_zopa_worlds"]` is the number of worlds that the shares are of, and
    `attrs["sets"]` how many different sets there are.

    Examples
    --------
    >>> import sim
    >>> list(in_the_way_sets(sim.run("2025-08-21", worlds=50, seed=1)).columns)
    ['ids', 'label', 'count', 'share', 'low', 'high']
    """
    found = reasons(run)
    return _tabulated(run, [(one, reason.worlds) for reason in found for one in reason.sets], found.worlds)


def conflict_sets(run: Run) -> pd.DataFrame:
    """Minimal sets of red lines and reservation values that no package satisfies together.

    These are what left no package acceptable to all: the minimal sets that meet every set of
    `in_the_way_sets` of a world. Columns are the same; the share is that of the worlds without a ZOPA in
    which the set is such a conflict. Worlds in which not all sets are known are not looked at:
    `attrs["cut_worlds"]` counts them.
    """
    found, ids = reasons(run), obstacle_ids(run.case)
    counted = [(one, reason.worlds) for reason in found for one in _conflicts(ids, reason)]
    return _tabulated(run, counted, found.worlds, cut_worlds=found.worlds_cut)


def with_conflict(table: pd.DataFrame, run: Run) -> pd.DataFrame:
    """Note in a table's `attrs` the most frequent conflict, which names all sides of it and blames none.

    `attrs["conflict"]` lists (party_name, kind, label) of its members, `attrs["conflict_share"]` is the share
    of the worlds without a ZOPA that have it; nothing is noted where no conflict is known.
    """
    conflicts = conflict_sets(run)
    if len(conflicts):
        known = obstacles(run.case).set_index("id")
        members = known.loc[list(conflicts["ids"].iloc[0]), ["party_name", "kind", "label"]]
        table.attrs["conflict"] = [tuple(row) for row in members.itertuples(index=False)]
        table.attrs["conflict_share"] = float(conflicts["share"].iloc[0])
    return table


def _conflicts(ids: Collection[str], reason: Reason) -> Sets:
    if reason.cut or not reason.sets:
        return ()
    place = {name: place for place, name in enumerate(ids)}
    sets = [frozenset(place[name] for name in one) for one in reason.sets]
    names = list(ids)
    return tuple(frozenset(names[p] for p in one) for one in conflicts(sets, MOST_CONFLICTS)[0])


def _tabulated(
    run: Run, counted: Iterable[tuple[frozenset[str], int]], worlds: int, **more: object
) -> pd.DataFrame:
    counts: Counter[frozenset[str]] = Counter()
    for one, times in counted:
        counts[one] += times
    order = {name: place for place, name in enumerate(obstacle_ids(run.case))}
    rows = [tuple(sorted(one, key=order.__getitem__)) for one in counts]
    rows.sort(key=lambda ids: (-counts[frozenset(ids)], len(ids), [order[name] for name in ids]))
    more["sets"] = len(rows)
    del rows[MOST:]
    known = obstacles(run.case)
    table = pd.DataFrame({"ids": rows, "label": [_label(known, row) for row in rows]})
    shares = with_shares(np.array([counts[frozenset(row)] for row in rows], float), worlds)
    return stamped(table.assign(**shares), run, no_zopa_worlds=worlds, **more)


def _label(known: pd.DataFrame, ids: Collection[str]) -> str:
    """Say a set in words, party by party."""
    members = known[known["id"].isin(ids)].groupby("party_name", sort=False)["label"].agg(", ".join)
    return " + ".join(f"{party}: {labels}" for party, labels in members.items())
