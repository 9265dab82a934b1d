"""Numbers in words, so that two that differ do not look alike."""

from __future__ import annotations

MOST_DIGITS = 17
FORMATS = [f".{digits}f" for digits in range(MOST_DIGITS + 1)]


def apart(one: float, other: float, digits: int = 2) -> tuple[str, str]:
    """Write two numbers with as many digits as it takes to tell them apart, at least `digits`.

    Examples
    --------
    >>> apart(0.5, 0.25), apart(0.4996, 0.5001)
    (('0.50', '0.25'), ('0.4996', '0.5001'))
    """
    first, second = format(one, FORMATS[digits]), format(other, FORMATS[digits])
    if first == second and one != other and digits < MOST_DIGITS:
        return apart(one, other, digits + 1)
    return first, second
