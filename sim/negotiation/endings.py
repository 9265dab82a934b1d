"""How a negotiation ends, each way with its sentence for people."""

from __future__ import annotations

from enum import IntEnum


class Ending(IntEnum):
    """An ending is a value; arrays hold its number.

    Examples
    --------
    >>> Ending.DEADLINE.sentence
    'No deal: some package was acceptable to all, and the table did not settle on it.'
    """

    AGREED = 0
    DEADLINE = 1
    NO_ZOPA = 2
    WALKED_OUT = 3

    @property
    def sentence(self) -> str:
        """What happened, for people."""
        return SENTENCES[self]


SENTENCES = {
    Ending.AGREED: "A deal: every party whose consent the package needs accepted it.",
    Ending.DEADLINE: "No deal: some package was acceptable to all, and the table did not settle on it.",
    Ending.NO_ZOPA: "No deal: in the end no package was acceptable to every party whose consent it needs.",
    Ending.WALKED_OUT: "No deal: a party left the table.",
}
