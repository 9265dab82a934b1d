"""What every noun of a scenario shares: it is frozen, and knows no key it has not declared."""

from __future__ import annotations

from typing import Self

from pydantic import BaseModel, ConfigDict


class Noun(BaseModel):
    """Base of the nouns: checked when made, frozen afterwards, unknown keys refused."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        validate_default=True,
        use_attribute_docstrings=True,  # the text under a field is what editors and the reference show
    )

    def but(self, **changes: object) -> Self:
        """Return a copy with some fields changed; nothing that was worked out before is carried over.

        Examples
        --------
        >>> class Pair(Noun):
        ...     one: int
        ...     other: int
        >>> Pair(one=1, other=2).but(other=3)
        Pair(one=1, other=3)
        """
        copy = self.model_copy(update=changes)
        for worked_out in copy.__dict__.keys() - type(self).model_fields:
            del copy.__dict__[worked_out]
        return copy
