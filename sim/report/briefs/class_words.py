"""What a teacher calls a class, as its papers say it; of its own accord no paper tells classes apart."""

from __future__ import annotations

from sim.errors import InputError, Problem

LONGEST = 30
"""How many signs the name of a class has at most, so that it fits the foot of a page."""


def about_class(code: str | None, link: str = "; ") -> str:
    """Say which classroom, after a link; nothing where it has no name.

    Examples
    --------
    >>> about_class("heron"), about_class(None)
    ('; classroom heron', '')
    """
    return f"{link}classroom {code}" if code else ""


def demand_code(code: str | None) -> None:
    """Refuse what is no name for a class.

    Raises
    ------
    InputError
        If it is empty, too long or not one line of text.
    """
    if code is not None and not (code.strip() and len(code) <= LONGEST and code.isprintable()):
        expected = f"expected a word for the classroom of at most {LONGEST} signs"
        raise InputError([Problem(f"code is {code!r}, {expected}")])
