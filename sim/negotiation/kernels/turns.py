"""What a party faces at the table, and what its reply does there."""

from __future__ import annotations

import numpy as np
from numba import njit

ACCEPTS, NONE = -2, -1


@njit(cache=True, nogil=True)
def facing(rows, offer, by, party):
    """Return, for each of `rows`, the offer that somebody else has put on the table, or -1."""
    faced = np.empty(len(rows), np.int64)
    for place in range(len(rows)):
        row = rows[place]
        faced[place] = offer[row] if by[row] != party else NONE
    return faced


@njit(cache=True, nogil=True)
def take_turn(rows, replies, party, offer, by, accepted, consent, settled):
    """Put or accept an offer in each of `rows`; return how many accept, and how many are settled.

    `accepted` (worlds) and `consent` (packages) hold one bit for each party. Settled are the worlds in
    which everybody whose consent the offer needs has accepted it; they are listed in `settled`.
    """
    accepts, count, bit = 0, 0, np.uint64(1) << np.uint64(party)
    for place in range(len(rows)):
        row, reply = rows[place], replies[place]
        if reply == NONE:
            continue
        if reply == ACCEPTS:
            accepted[row] |= bit
            accepts += 1
        else:
            offer[row] = reply
            by[row] = party
            accepted[row] = bit
        if not consent[offer[row]] & ~accepted[row]:
            settled[count] = row
            count += 1
    return accepts, count
