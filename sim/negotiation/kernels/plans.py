"""What a party with a plan replies: it accepts what meets its demand, or else makes its offer."""

from __future__ import annotations

import numpy as np
from numba import njit


@njit(cache=True, nogil=True)
def planned_replies(utilities, signable, kind, rows, offer, by, party, demands, offers, column, accepts):
    """Return for each of `rows` this round's offer, or `accepts` where the `offer` `by` another will do.

    `demands` and `offers` (rounds, worlds) are the plan, `column` is the round's place in it.
    """
    replies = np.empty(len(rows), np.int64)
    for place in range(len(rows)):
        row = np.uint64(rows[place])
        package, kind_ = np.uint64(max(offer[row], 0)), np.uint64(kind[row])
        worth = utilities[row, package] >= demands[column, row]  # all is looked up: to branch costs more
        will_do = (offer[row] >= 0) & (by[row] != party) & signable[kind_, package] & worth
        replies[place] = accepts if will_do else offers[column, row]
    return replies
