"""A share of the worlds as people say it."""

from __future__ import annotations

HALF = 0.005
"""What rounds to nothing, or to all."""


def share_words(share: float) -> str:
    """Say a share as a percentage; what is not all or nothing does not look as if it were.

    Examples
    --------
    >>> share_words(0.834), share_words(0.9996), share_words(1.0), share_words(0.0)
    ('83%', 'more than 99%', '100%', '0%')
    """
    if 1 - HALF <= share < 1:
        return "more than 99%"
    return "less than 1%" if 0 < share < HALF else f"{share:.0%}"
