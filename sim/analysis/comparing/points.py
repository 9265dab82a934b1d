"""Differences as one says them: with their sign, and in percentage points where they are of shares."""

from __future__ import annotations

LEAST = 0.001
"""A probability below this is said to be."""

WIDE = 0.2
"""An interval so many points wide is told to a tenth of a point."""


def signed(difference: float, digits: int = 3) -> str:
    """Say a difference with its sign, which nothing does not have.

    Examples
    --------
    >>> signed(0.0116), signed(-0.25), signed(-0.0001)
    ('+0.012', '-0.250', '0.000')
    """
    text = f"{difference:+.{digits}f}"
    return text if float(text) else text[1:]


def points(difference: float, low: float, high: float) -> tuple[str, str]:
    """Say a difference of shares in percentage points, and its interval; the narrower, the more digits.

    Examples
    --------
    >>> points(0.108, 0.101, 0.115), points(-0.0001, -0.0003, 0.0001), points(0.0, 0.0, 0.0)
    (('+10.8', '10.1 to 11.5'), ('-0.01', '-0.03 to 0.01'), ('0.000', '0.000 to 0.000'))
    """
    width = 100 * (high - low)
    digits = 1 if width >= WIDE else 2 if width >= WIDE / 10 else 3
    ends = (signed(100 * end, digits).removeprefix("+") for end in (low, high))
    return signed(100 * difference, digits), " to ".join(ends)


def probability(number: float) -> str:
    """Say a probability, which is never none.

    Examples
    --------
    >>> probability(0.0703125), probability(1e-30), probability(1.0)
    ('0.070', 'below 0.001', '1')
    """
    if number == 1:
        return "1"
    return f"{number:.3f}" if number >= LEAST else f"below {LEAST}"
