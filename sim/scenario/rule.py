"""A rule leaves out packages that make no sense."""

from __future__ import annotations

from sim.scenario.noun import Noun
from sim.scenario.pattern import Pattern


class Rule(Noun):
    """Packages that match `forbid` make no sense, `because` of something a reader can judge."""

    forbid: Pattern
    """The packages that make no sense, as a pattern."""
    because: str
    """Why they make none."""
