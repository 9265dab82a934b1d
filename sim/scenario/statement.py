"""A statement is a dated public position with its source."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from sim.scenario.noun import Noun
from sim.scenario.words import day_words

Kind = Literal["quoted", "reported", "inferred", "background"]
"""How close to the speaker's own words the record is."""

Confidence = Literal["high", "medium", "uncertain"]
"""How far the source is to be trusted: `uncertain` where it is disputed, or nobody else confirms it."""


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
    >>> Statement(party="coalition", speaker="The press", date="2026-01-06", outlet="A blog",
    ...           kind="background", confidence="uncertain", claim="15,000 to 30,000 troops.").cited
    'The press, 6 January 2026 (A blog; background; uncertain)'
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
    confidence: Confidence = Field("high", exclude_if=lambda confidence: confidence == "high")
    """How far the source is to be trusted."""
    claim: str
    """The position, in our own words."""

    @property
    def cited(self) -> str:
        """Speaker, date, outlet and kind on one line; confidence too, unless it is high."""
        doubts = {"high": "", "medium": "; medium confidence", "uncertain": "; uncertain"}
        source = f"{self.outlet}; {self.kind}{doubts[self.confidence]}"
        return f"{self.speaker}, {day_words(self.date)} ({source})"
