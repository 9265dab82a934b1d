"""When negotiations end: cumulative incidence, since endings compete [Aalen1978]_."""

from __future__ import annotations

import numpy as np
import pandas as pd

from sim.analysis.provenance import stamped
from sim.ensemble.run import Run
from sim.negotiation.endings import Ending


def time_to_ending(run: Run) -> pd.DataFrame:
    """For each round and ending that occurs: the share of all worlds that have ended this way by then.

    Columns: `round` (from 1 to the last), `ending`, `share`.
    """
    rounds = np.arange(1, run.case.negotiation.rounds + 1)
    parts = [
        pd.DataFrame({"round": rounds, "ending": ending.name, "share": _share_by(run, ending, rounds)})
        for ending in Ending
        if (run.table["ending"] == ending.name).any()
    ]
    return stamped(pd.concat(parts, ignore_index=True), run)


def _share_by(run: Run, ending: Ending, rounds: np.ndarray) -> np.ndarray:
    ended = np.sort(run.table.loc[run.table["ending"] == ending.name, "round"].to_numpy())
    return np.searchsorted(ended, rounds, side="right") / run.worlds
