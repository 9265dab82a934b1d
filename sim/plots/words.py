"""Numbers and lists as a reader wants them in a sentence."""

from __future__ import annotations

from math import ceil, floor

import pandas as pd

_RARE, _VERY_RARE = 0.1, 0.001
"""Below these, a share with its interval is said with one digit after the point, or with two."""


def percent(share: float, digits: int = 0) -> str:
    """Say a share in percent; what is neither none nor all is never rounded to 0 or 100.

    Examples
    --------
    >>> percent(0.384), percent(0.0012), percent(0.9999), percent(0.0012, digits=1)
    ('38%', 'under 1%', 'over 99%', '0.1%')
    """
    if share in {0, 1}:
        return f"{share:.0%}"
    step = 10.0 ** -(digits + 2)
    if 0 < share < step / 2:
        return f"under {step:.{digits}%}"
    if 1 - step / 2 < share < 1:
        return f"over {1 - step:.{digits}%}"
    return f"{share:.{digits}%}"


def percent_with_interval(share: float, low: float, high: float, finest: int = 2) -> str:
    """Say a share and its interval, finer where it is close to none or all, with `finest` digits at most.

    Where that is not fine enough, the interval is rounded outwards.

    Examples
    --------
    >>> percent_with_interval(0.384, 0.36, 0.41), percent_with_interval(0.012, 0.008, 0.018)
    ('38% (36 to 41%)', '1.2% (0.8 to 1.8%)')
    >>> percent_with_interval(1, 0.9996, 1), percent_with_interval(1, 0.9996, 1, finest=1)
    ('100% (99.96 to 100.00%)', '100% (99.9 to 100.0%)')
    """
    rarer = min(high, 1 - low)
    wanted = 0 if rarer >= _RARE else 1 if rarer >= _VERY_RARE else 2
    digits, scale = min(finest, wanted), 10.0**finest
    if digits < wanted:
        low, high = floor(100 * low * scale) / scale / 100, ceil(100 * high * scale) / scale / 100
    return f"{percent(share, digits)} ({100 * low:.{digits}f} to {100 * high:.{digits}f}%)"


def in_words(name: str) -> str:
    """Spell an id as words.

    Examples
    --------
    >>> in_words("no-foreign-troops")
    'no foreign troops'
    """
    return name.replace("-", " ")


def line_words(line: str, table: pd.DataFrame) -> str:
    """Call a red line as the table says people do, or else by its id as words.

    Examples
    --------
    >>> table = pd.DataFrame()
    >>> line_words("no-nato", table)
    'no nato'
    >>> table.attrs["line_words"] = {"no-nato": "NATO stays out"}
    >>> line_words("no-nato", table)
    'NATO stays out'
    """
    known: dict[str, str] = table.attrs.get("line_words", {})
    return known.get(line) or in_words(line)


def capitalised(sentence: str) -> str:
    """Begin a sentence with a capital letter, and leave the others as they are.

    Examples
    --------
    >>> capitalised("what US officials say")
    'What US officials say'
    """
    return f"{sentence[:1].upper()}{sentence[1:]}"


def possessive(name: str) -> str:
    """Say that something is this party's.

    Examples
    --------
    >>> possessive("Russia"), possessive("United States")
    ("Russia's", "United States'")
    """
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def part_of(count: int, whole: int) -> str:
    """Say how many of some that were named before.

    Examples
    --------
    >>> part_of(3, 5), part_of(5, 5), part_of(2, 2), part_of(1, 1)
    ('3 of 5', 'all 5', 'both', 'it')
    """
    return f"{count} of {whole}" if count < whole else {1: "it", 2: "both"}.get(whole, f"all {whole}")


def counted(number: int, noun: str) -> str:
    """Say how many, with the noun in the right number.

    Examples
    --------
    >>> counted(1, "world"), counted(10000, "world")
    ('1 world', '10,000 worlds')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
