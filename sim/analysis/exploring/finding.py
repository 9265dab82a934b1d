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
