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
        row = rows[place]
        package = offer[row] if by[row] != party else -1
        replies[place] = offers[column, row]
        if package >= 0 and signable[kind[row], package]:
            if utilities[row, package] >= demands[column, row]:
                replies[place] = accepts
    return replies
