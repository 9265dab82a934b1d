"""The robust shortlist: packages about as acceptable as the most acceptable one."""

from __future__ import annotations

import numpy as np
import pandas as pd

from sim.analysis.acceptability.acceptances import Acceptances
from sim.analysis.paired_intervals import paired_shares


def shortlist(found: Acceptances) -> pd.DataFrame:
    """Return the packages that are not clearly less often in the ZOPA than the one that is most often.

    Both are looked at in the same worlds; "clearly" is by the 95% interval of the difference [Bonett2012]_.
    With many near equals, the one that is most often there is so by luck in part, and the list a little too
    short. It is empty if nothing is ever acceptable to all.
    """
    counts = np.diagonal(found.together)
    best = int(counts.argmax())
    both = found.together[best]
    gained, lost = (counts - both).astype(float), (counts[best] - both).astype(float)
    low, high = paired_shares(gained, lost, found.worlds)
    listed = np.flatnonzero(found.negotiable & (high >= 0) & counts.any())
    listed = listed[np.argsort(-counts[listed], kind="stable")]
    return found.of_all(listed).assign(
        gained=gained[listed].astype(np.int64),
        lost=lost[listed].astype(np.int64),
        difference=(gained - lost)[listed] / found.worlds,
        difference_low=low[listed],
        difference_high=high[listed],
    )
