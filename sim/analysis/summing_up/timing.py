"""When negotiations end: the cumulative incidence of each ending, since endings compete [Aalen1978]_."""

from __future__ import annotations

import numpy as np
import pandas as pd
from jaxtyping import Float, Int

from sim.analysis.intervals import with_shares
from sim.analysis.provenance import stamped
from sim.ensemble.run import Run
from sim.negotiation.endings import Ending


def time_to_ending(run: Run) -> pd.DataFrame:
    """For each round and ending that occurs: the share of all worlds that have ended this way by then.

    Every world is followed to its end, so that the estimate of Aalen and Johansen is the plain share, and its
    interval that of a share, round by round. One minus the Kaplan-Meier estimate, which takes worlds that
    ended otherwise for worlds that might still end this way, is larger [Kalbfleisch2002]_.

    Columns: `round` (from 1 to the last), `ending`, `count`, `share`, and its 95% interval, `low` and `high`.

    Examples
    --------
    >>> import sim
    >>> time_to_ending(sim.run("2025-08-21", worlds=50, seed=1)).tail(1)[["ending", "count", "share"]]
          ending  count  share
    119  NO_ZOPA      7   0.14
    """
    rounds = np.arange(1, run.case.negotiation.rounds + 1)
    ended = {ending: run.ended(ending.name, ["round"])["round"].to_numpy() for ending in Ending}
    parts = [
        pd.DataFrame(
            {
                "round": rounds,
                "ending": ending.name,
                **with_shares(_ended_by(when, rounds), run.worlds),
            }
        )
        for ending, when in ended.items()
        if when.size
    ]
    return stamped(pd.concat(parts, ignore_index=True), run)


def _ended_by(
    ended: Int[np.ndarray, "worlds"], rounds: Int[np.ndarray, "rounds"]
) -> Float[np.ndarray, "rounds"]:
    return np.searchsorted(np.sort(ended), rounds, side="right").astype(float)
