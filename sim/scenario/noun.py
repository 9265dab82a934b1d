"""What every noun of a scenario shares: it is frozen, and knows no key it has not declared."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Noun(BaseModel):
    """Base of the nouns: checked when made, frozen afterwards, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, validate_default=True)
