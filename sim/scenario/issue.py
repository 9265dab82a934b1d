"""An issue is a question the package settles; an option is one answer to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from sim.scenario.noun import Noun


class Issue(Noun):
    """A question and its possible answers.

    Examples
    --------
    >>> Issue(question="Which troops?", options={"none": "No troops", "some": "A few"}).ids
    ('none', 'some')
    """

    question: str
    """What is to be settled, as a question."""
    options: Annotated[Mapping[str, str], Field(min_length=1)]
    """The possible answers: id -> words for people."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The options' ids, in order."""
        return tuple(self.options)
