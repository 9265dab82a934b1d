"""What each point of a sweep came to: one row for each, all in the same worlds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from sim.analysis.comparing.pairing import demand_pairs
from sim.analysis.intervals import wilson
from sim.analysis.provenance import stamped
from sim.analysis.quantity_words import quantity_words
from sim.ensemble.run import Run
from sim.errors import InputError, Problem
from sim.language.writing import spell
from sim.negotiation.endings import Ending

AGREED = "agreed"
FAILURES = tuple(ending.name for ending in Ending if ending is not Ending.AGREED)
LEFT_WITH = "mean_left_with_"


def sweep_table(points: Iterable[tuple[Mapping[str, object], Run]]) -> pd.DataFrame:
    """Tabulate the points of a sweep with their runs; each run is looked at once, and let go.

    ======================== ==========================================================================
    column                   holds
    ======================== ==========================================================================
    each swept path          its value: a number, or else as it is written in a scenario, on one line
    agreed, low, high        share of all worlds with a deal, and its 95% interval
    DEADLINE, NO_ZOPA, ...   shares of the other endings
    mean_left_with_PARTY     what the party is left with on average; NaN where there is no such party
    hash                     of the run
    ======================== ==========================================================================

    The table's `attrs` are those of the first point's run, and `swept` (the paths), `values` (of each
    row, path -> plain value) and `parties` (id -> name).

    Raises
    ------
    InputError
        If the worlds of the runs do not belong together, or there is no run.

    Examples
    --------
    >>> import sim
    >>> table = sweep_table(
    ...     ({"negotiation.rounds": n}, sim.run(sim.load("2025-08-21", {"negotiation.rounds": n}), 50, 1))
    ...     for n in (5, 40))
    >>> table[["negotiation.rounds", "agreed"]].round(2).to_dict("list")
    {'negotiation.rounds': [5, 40], 'agreed': [0.02, 0.56]}
    """
    rows, values = [], []
    parties: dict[str, str] = {}
    first: Run | None = None
    for at, run in points:
        first = first or run
        demand_pairs(first, run)
        rows.append({**{path: _cell(value) for path, value in at.items()}, **_shares(run)})
        values.append(dict(at))
        parties |= {name: party.name for name, party in run.case.parties.items() if name not in parties}
    if first is None:
        raise InputError([Problem("a sweep without points, expected some")])
    words = {path: quantity_words(path, first.case) for path in values[0]}
    return stamped(
        pd.DataFrame(rows), first, swept=list(values[0]), words=words, values=values, parties=parties
    )


def sweep_as_dict(table: pd.DataFrame) -> dict[str, Any]:
    """Return a sweep table as plain values, for JSON; of a party that is not there, nothing is told."""
    attrs, rows = table.attrs, table.to_dict("records")
    return {
        **{key: attrs[key] for key in ("scenario", "title", "worlds", "seed", "version")},
        "sweep": {path: _distinct([at[path] for at in attrs["values"]]) for path in attrs["swept"]},
        "points": [_as_dict(row, at) for row, at in zip(rows, attrs["values"], strict=True)],
    }


def _as_dict(row: Mapping[Any, Any], values: Mapping[str, object]) -> dict[str, Any]:
    return {
        "values": dict(values),
        "hash": row["hash"],
        "agreed": {"share": row[AGREED], "low": row["low"], "high": row["high"]},
        "endings": {Ending.AGREED.name: row[AGREED], **{name: row[name] for name in FAILURES}},
        "utilities": {
            str(column).removeprefix(LEFT_WITH): mean
            for column, mean in row.items()
            if str(column).startswith(LEFT_WITH) and not np.isnan(mean)
        },
    }


def _shares(run: Run) -> dict[str, Any]:
    parties = list(run.case.parties)
    worlds = run.frame(["ending", *(f"utility_{party}" for party in parties)])
    counts = worlds["ending"].value_counts().reindex([ending.name for ending in Ending], fill_value=0)
    agreed = np.array([counts[Ending.AGREED.name]], dtype=float)
    low, high = wilson(agreed, len(worlds))
    return {
        AGREED: float(agreed[0] / len(worlds)),
        "low": float(low[0]),
        "high": float(high[0]),
        **{name: float(counts[name] / len(worlds)) for name in FAILURES},
        **{f"{LEFT_WITH}{party}": float(worlds[f"utility_{party}"].mean()) for party in parties},
        "hash": run.hash,
    }


def _cell(value: object) -> object:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return value if is_number else spell(value)


def _distinct(values: Sequence[object]) -> list[object]:
    return [value for place, value in enumerate(values) if value not in values[:place]]
