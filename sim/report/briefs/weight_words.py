"""How much an issue matters to a party, in words: its points beside an equal share of all."""

from __future__ import annotations

from collections.abc import Sequence

MUCH, LITTLE, HARDLY = 1.25, 0.75, 0.25
"""From how many times an equal share on an issue matters much, and below how many little, or hardly."""


def weight_words(stakes: Sequence[int]) -> tuple[str, ...]:
    """Say how much each issue matters, from what is at stake in it.

    Examples
    --------
    >>> weight_words([400, 300, 160, 100, 40, 0])
    ('matters most', 'matters much', 'matters', 'matters little', 'hardly matters', 'does not matter')
    """
    share = sum(stakes) / len(stakes)
    return tuple(_word(stake, share, most=stake == max(stakes)) for stake in stakes)


def _word(stake: int, share: float, *, most: bool) -> str:
    if not stake:
        return "does not matter"
    if most:
        return "matters most"
    if stake >= MUCH * share:
        return "matters much"
    if stake >= LITTLE * share:
        return "matters"
    return "matters little" if stake >= HARDLY * share else "hardly matters"
