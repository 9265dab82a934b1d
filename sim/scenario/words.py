"""Numbers, names and days as they stand in a sentence."""

from __future__ import annotations

from datetime import date


def counted(number: int, noun: str, many: str | None = None) -> str:
    """Say how many, with the noun in the right number; `many` is its plural if that is not formed by an s.

    Examples
    --------
    >>> counted(1, "world"), counted(10000, "world"), counted(2, "party", "parties")
    ('1 world', '10,000 worlds', '2 parties')
    """
    return f"{number:,} {noun if number == 1 else many or f'{noun}s'}"


def percent(share: float, digits: int = 0) -> str:
    """Say a share in percent; what is neither none nor all is never rounded to 0 or 100.

    Examples
    --------
    >>> percent(0.384), percent(0.0012), percent(0.995), percent(0.0012, digits=1)
    ('38%', 'under 1%', 'over 99%', '0.1%')
    """
    if share in {0, 1}:
        return f"{share:.0%}"
    step = 10.0 ** -(digits + 2)
    if 0 < share <= step / 2:
        return f"under {step:.{digits}%}"
    if 1 - step / 2 <= share < 1:
        return f"over {1 - step:.{digits}%}"
    return f"{share:.{digits}%}"


def possessive(name: str) -> str:
    """Say that something is this party's.

    Examples
    --------
    >>> possessive("Russia"), possessive("United States")
    ("Russia's", "United States'")
    """
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def in_words(name: str) -> str:
    """Spell an id as words.

    Examples
    --------
    >>> in_words("no-foreign-troops"), in_words("foreign_troops")
    ('no foreign troops', 'foreign troops')
    """
    return name.replace("-", " ").replace("_", " ")


def capitalised(sentence: str) -> str:
    """Begin a sentence with a capital letter, and leave the others as they are.

    Examples
    --------
    >>> capitalised("what no deal is worth to the US")
    'What no deal is worth to the US'
    """
    return sentence[:1].upper() + sentence[1:]


def day_words(day: date) -> str:
    """Say a day as people do.

    Examples
    --------
    >>> day_words(date(2025, 8, 21))
    '21 August 2025'
    """
    return f"{day.day} {day:%B %Y}"
