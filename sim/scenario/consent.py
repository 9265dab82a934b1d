"""Consent says which packages need a party's signature: always, never, or when it is asked for something."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from sim.scenario.noun import Noun
from sim.scenario.pattern import Options


class ConsentWhen(Noun):
    """Consent is needed for packages with a listed option on *any* of the named issues.

    Each issue is one thing the party may be asked for; being asked for one is enough.
    """

    when: Annotated[Mapping[str, Options], Field(min_length=1)]
    """Issue -> options that ask something of the party; one of the issues is enough."""


Consent = Literal["always", "never"] | ConsentWhen
"""A party that never consents is not at the table: its view is shown, it does not block."""
