"""How two runs end, world by world."""

from __future__ import annotations

import numpy as np
import pandas as pd

from sim.analysis.paired_intervals import paired_shares
from sim.negotiation.endings import Ending

LABELS = {
    Ending.AGREED: "agreement",
    Ending.DEADLINE: "past the deadline",
    Ending.NO_ZOPA: "nothing acceptable to all",
    Ending.WALKED_OUT: "a party walked out",
}
"""Each ending in a few words, for tables in which it stands beside others."""


def paired_endings(worlds: pd.DataFrame) -> pd.DataFrame:
    """Compare the share of each ending; `worlds` are those of `sim.analysis.comparing.pairing.paired`.

    Columns: `ending`, `label`, `a`, `b` (shares of the worlds), `difference` (b - a), `low`, `high`.

    Examples
    --------
    >>> table = paired_endings(pd.DataFrame({"ending_a": [0, 1, 2, 2], "ending_b": [0, 0, 2, 0]}))
    >>> table["difference"].tolist()
    [0.5, -0.25, -0.25, 0.0]
    """
    a, b = (worlds[f"ending_{side}"].to_numpy()[:, None] == np.array(list(Ending)) for side in "ab")
    gained, lost = (b & ~a).sum(axis=0), (a & ~b).sum(axis=0)
    low, high = paired_shares(gained.astype(float), lost.astype(float), len(worlds))
    return pd.DataFrame({
        "ending": [ending.name for ending in Ending],
        "label": [LABELS[ending] for ending in Ending],
        "a": a.mean(axis=0),
        "b": b.mean(axis=0),
        "difference": (gained - lost) / len(worlds),
        "low": low,
        "high": high,
    })  # fmt: skip


def transitions(worlds: pd.DataFrame) -> pd.DataFrame:
    """Count how worlds that end one way in the first run end in the second: `a`, `b`, `count`.

    Examples
    --------
    >>> transitions(pd.DataFrame({"ending_a": [0, 1, 1], "ending_b": [0, 0, 0]})).to_numpy().tolist()
    [['AGREED', 'AGREED', 1], ['DEADLINE', 'AGREED', 2]]
    """
    pairs = worlds["ending_a"].to_numpy() * len(Ending) + worlds["ending_b"].to_numpy()
    kinds, counts = np.unique(pairs, return_counts=True)
    return pd.DataFrame({
        "a": [Ending(kind // len(Ending)).name for kind in kinds],
        "b": [Ending(kind % len(Ending)).name for kind in kinds],
        "count": counts,
    })  # fmt: skip


def changed(worlds: pd.DataFrame) -> int:
    """Count the worlds in which the ending or the package agreed differ."""
    ending = worlds["ending_a"] != worlds["ending_b"]
    return int((ending | (worlds["package_a"] != worlds["package_b"])).sum())
