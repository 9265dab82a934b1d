"""When negotiations end: cumulative incidence, since endings compete [Aalen1978]_."""

from __future__ import annotations

import numpy as np
import pandas as pd
from jaxtyping import Int

from sim.analysis.provenance import stamped
from sim.ensemble.run import Run
from sim.negotiation.endings import Ending


def time_to_ending(run: Run) -> pd.DataFrame:
    """For each round and ending that occurs: the share of all worlds that have ended this way by then.

    Columns: `round` (from 1 to the last), `ending`, `share`.
    """
    rounds = np.arange(1, run.case.negotiation.rounds + 1)
    ended = {ending: run.ended(ending.name, ["round"])["round"].to_numpy() for ending in Ending}
    parts = [
        pd.DataFrame({"round": rounds, "ending": ending.name, "share": _ended_by(when, rounds) / run.worlds})
        for ending, when in ended.items()
        if when.size
    ]
    return stamped(pd.concat(parts, ignore_index=True), run)


def _ended_by(ended: Int[np.ndarray, "worlds"], rounds: Int[np.ndarray, "rounds"]) -> np.ndarray:
    return np.searchsorted(np.sort(ended), rounds, side="right")
