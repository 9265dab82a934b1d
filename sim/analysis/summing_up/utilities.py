"""What each party is left with. Utilities are not comparable between parties."""

from __future__ import annotations

import numpy as np
import pandas as pd

from sim.analysis.provenance import stamped
from sim.ensemble.run import Run
from sim.negotiation.endings import Ending
from sim.worlds import draws

QUANTILES = {"p05": 0.05, "p25": 0.25, "median": 0.5, "p75": 0.75, "p95": 0.95}
NO_DEAL_QUANTILES = {"no_deal_p05": 0.05, "no_deal_median": 0.5, "no_deal_p95": 0.95}


def utilities(run: Run) -> pd.DataFrame:
    """Summarise each party's utility, 0 to 1.

    Columns: `party`, `name`; `mean_left_with` (all worlds: the agreed package, or else the reservation
    value in the last round); over the `worlds_agreed`, `mean` and quantiles of the agreed package (NaN
    if there are none); `no_deal_mean` and quantiles of the reservation value before the first round.
    """
    agreed = (run.frame(["ending"])["ending"] == Ending.AGREED.name).to_numpy()
    rows = [_row(name, party.name, *_worth(run, name), agreed) for name, party in run.case.parties.items()]
    return stamped(pd.DataFrame(rows), run)


def _worth(run: Run, party: str) -> tuple[np.ndarray, np.ndarray]:
    """Return what a party is left with in each world, and what no deal was worth to it at first."""
    column, value = f"utility_{party}", f"parties.{party}.no_deal.value"
    left_with = run.frame([column])[column].to_numpy()
    return left_with, draws(run.case, [value], run.seed, 0, run.worlds)[value]


def _row(
    party: str, name: str, left_with: np.ndarray, reserved: np.ndarray, agreed: np.ndarray
) -> dict[str, object]:
    signed = left_with[agreed]
    return {
        "party": party,
        "name": name,
        "mean_left_with": float(left_with.mean()),
        "worlds_agreed": int(agreed.sum()),
        "mean": float(signed.mean()) if signed.size else np.nan,
        **_quantiles(signed, QUANTILES),
        "no_deal_mean": float(reserved.mean()),
        **_quantiles(reserved, NO_DEAL_QUANTILES),
    }


def _quantiles(numbers: np.ndarray, which: dict[str, float]) -> dict[str, float]:
    if not numbers.size:
        return dict.fromkeys(which, np.nan)
    return dict(zip(which, map(float, np.quantile(numbers, list(which.values()))), strict=True))
