"""Small tables: true or false for each combination of options of the issues that matter, and no more.

A table has one axis for each issue, of length 1 where the issue does not matter, so that tables of
different issues combine by broadcasting and never need the whole grid.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from jaxtyping import Bool

from sim.scenario import Consent, PackageSpace, RedLine

Table = Bool[np.ndarray, "..."]
"""One axis for each issue, of its number of options or of length 1."""


def matching(space: PackageSpace, pattern: Mapping[str, Sequence[str]]) -> Table:
    """Tell which combinations have a listed option on *every* named issue."""
    table = np.ones((1,) * len(space.issues), dtype=bool)
    for axis, (name, issue) in enumerate(space.issues.items()):
        if name in pattern:
            table = table & _along(axis, [option in pattern[name] for option in issue.ids], space)
    return table


def asked(space: PackageSpace, consent: Consent) -> tuple[Table, ...]:
    """Tell which combinations need a party's signature: those of any of these tables.

    Together they may span many issues, so they are not joined here.
    """
    if isinstance(consent, str):
        return (np.full((1,) * len(space.issues), consent == "always"),)
    return tuple(matching(space, {issue: options}) for issue, options in consent.when.items())


def crossed(space: PackageSpace, line: RedLine) -> Table:
    """Tell which combinations cross a red line."""
    table = matching(space, line.forbid) if line.forbid is not None else ~matching(space, line.require or {})
    return table if line.unless is None else table & ~matching(space, line.unless)


def _along(axis: int, listed: list[bool], space: PackageSpace) -> Table:
    shape = [1] * len(space.issues)
    shape[axis] = len(listed)
    return np.array(listed).reshape(shape)
