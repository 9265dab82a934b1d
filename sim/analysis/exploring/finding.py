"""A finding: one sentence about a run, with the numbers it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Finding:
    """One sentence, true of a run.

    Parameters
    ----------
    about
        What it is about: `answer`, `landing`, `shortlist`, `drivers`, `conditions` or `baselines`.
    text
        The sentence.
    numbers
        The numbers in it and the names they belong to, unrounded.

    Examples
    --------
    >>> Finding("answer", "A deal in 60% of 100 worlds.", {"share": 0.6}).as_dict()["numbers"]
    {'share': 0.6}
    """

    about: str
    text: str
    numbers: Mapping[str, Any]

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values, for JSON."""
        return {"about": self.about, "text": self.text, "numbers": dict(self.numbers)}


def percent(share: float) -> str:
    """Say a share of the worlds: none and all only where it is none or all.

    Examples
    --------
    >>> percent(0.603), percent(0.0004), percent(0.9996), percent(1.0), percent(0.0)
    ('60%', 'less than 1%', 'more than 99%', '100%', '0%')
    """
    whole = round(100 * share)
    if share > 0 and whole == 0:
        return "less than 1%"
    if share < 1 and whole == 100:  # noqa: PLR2004
        return "more than 99%"
    return f"{whole}%"
