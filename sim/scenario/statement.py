"""A statement is a dated public position with its source."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator

from sim.scenario.noun import Noun

Kind = Literal["quoted", "reported", "inferred", "background"]
"""How close to the speaker's own words the record is."""


def _as_written(day: object) -> object:
    if isinstance(day, str | date):
        return day
    raise ValueError("expected a date like 2025-08-21")


Day = Annotated[date, BeforeValidator(_as_written)]
"""A date; a bare number is none, though it could be read as seconds since 1970."""


class Statement(Noun):
    """Who said what, when, and where it can be read; the claim is in our own words.

    Examples
    --------
    >>> Statement(party="us", speaker="Donald Trump, president", date="2025-08-19",
    ...           outlet="Fox News", kind="reported", claim="No US ground troops.").cited
    'Donald Trump, president, 19 August 2025 (Fox News; reported)'
    """

    party: str
    """The party whose position it is."""
    speaker: str
    """Who spoke, and as what."""
    date: Day
    """The day it was said, or reported."""
    outlet: str
    """Who published it."""
    url: str | None = None
    """Where it can be read."""
    kind: Kind
    """How close the record is to the speaker's own words; what nobody has voiced is `inferred`."""
    claim: str
    """The position, in our own words."""

    @property
    def cited(self) -> str:
        """Speaker, date, outlet and kind on one line."""
        return f"{self.speaker}, {self.date.day} {self.date:%B %Y} ({self.outlet}; {self.kind})"
