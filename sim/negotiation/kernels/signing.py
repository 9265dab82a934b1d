"""Which packages everybody whose consent they need could sign; how close the table came to one of them."""

from __future__ import annotations

import numpy as np
from numba import njit


@njit(cache=True, nogil=True)
def any_signable(rows, negotiable, consent, blocking, held, utilities, reservation_values):
    """Say for each of `rows` whether there is a package that all whose consent it needs could sign."""
    answers = np.zeros(len(rows), np.bool_)
    for place in range(len(rows)):
        row = rows[place]
        for package in range(len(negotiable)):
            if negotiable[package] and signable(
                row, package, consent[package], blocking, held, utilities, reservation_values
            ):
                answers[place] = True
                break
    return answers


@njit(cache=True, nogil=True)
def note_closest(
    rows, offer, by, accepted, consent, blocking, held, utilities, reservation_values, package, acceptances
):
    """Keep, for each of `rows`, the standing offer if it has more acceptances than any before it.

    Counted are those whose consent it needs, and only once somebody besides its proposer has accepted. It
    counts only if no line in `held` blocks it and it is worth the reservation value to all of them.
    """
    for row in rows:
        standing = offer[row]
        if standing < 0:
            continue
        signed = accepted[row] & consent[standing]
        own = np.uint64(1) << np.uint64(by[row]) if by[row] >= 0 else np.uint64(0)
        if not signed & ~own:
            continue
        count = members(signed)
        if count > acceptances[row] and signable(
            row, standing, consent[standing], blocking, held, utilities, reservation_values
        ):
            package[row], acceptances[row] = standing, count


@njit(cache=True, nogil=True)
def signable(row, package, needed, blocking, held, utilities, reservation_values):
    """Say whether all whose consent is `needed` (one bit each) could sign a package in one world.

    It takes the arrays of all worlds: to cut out one world's costs as much as the answer.
    """
    for word in range(held.shape[1]):
        if blocking[package, word] & held[row, word]:
            return False
    for party in range(reservation_values.shape[1]):
        if (needed >> np.uint64(party)) & np.uint64(1) and (
            utilities[row, party, package] < reservation_values[row, party]
        ):
            return False
    return True


@njit(cache=True, nogil=True)
def members(word):
    """Count the bits of a word, in parallel [Warren2012]_."""
    word -= (word >> np.uint64(1)) & np.uint64(0x5555555555555555)
    word = (word & np.uint64(0x3333333333333333)) + ((word >> np.uint64(2)) & np.uint64(0x3333333333333333))
    word = (word + (word >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return np.int64((word * np.uint64(0x0101010101010101)) >> np.uint64(56))
