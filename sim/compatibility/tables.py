"""Small tables: true or false for each combination of options of the issues that matter, and no more.

A table has one axis for each issue, of length 1 where the issue does not matter, so that tables of
different issues combine by broadcasting and never need the whole grid.
"""

from __future__ import annotations

import numpy as np

from sim.axes import PatternTable
from sim.scenario import Consent, PackageSpace, RedLine


def asked(space: PackageSpace, consent: Consent) -> tuple[PatternTable, ...]:
    """Tell which combinations need a party's signature: those of any of these tables.

    Together they may span many issues, so they are not joined here.
    """
    if isinstance(consent, str):
        return (np.full((1,) * len(space.issues), consent == "always"),)
    return tuple(space.table({issue: options}) for issue, options in consent.when.items())


def crossed(space: PackageSpace, line: RedLine) -> PatternTable:
    """Tell which combinations cross a red line."""
    table = space.table(line.forbid) if line.forbid is not None else ~space.table(line.require or {})
    return table if line.unless is None else table & ~space.table(line.unless)
