"""The scenarios that come with the program, as a table: what each asks, and how large it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from sim.compatibility.grid import fits
from sim.language import load
from sim.language.merging import base_of
from sim.language.shelf import Shelved, shelf
from sim.scenario import Scenario


@dataclass(frozen=True)
class Entry:
    """A scenario that comes with the program.

    Parameters
    ----------
    shelved
        Its name and what its head says.
    scenario
        The scenario itself, with all it extends.
    extends
        The name of the scenario it is a variant of; None if it is none.
    """

    shelved: Shelved
    scenario: Scenario
    extends: str | None

    @property
    def packages(self) -> int | None:
        """How many packages no rule leaves out; None where there are too many to count."""
        return int(np.count_nonzero(self.scenario.space.possible)) if fits(self.scenario) else None

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values, for JSON."""
        head, scenario = self.shelved.head, self.scenario
        return {
            "name": self.shelved.name,
            "title": scenario.title,
            "what": head.what,
            "asks": head.asks,
            "changes": head.changes or None,
            "rests_on": head.rests_on,
            "try": list(head.tries),
            "as_of": scenario.as_of.isoformat(),
            "extends": self.extends,
            "folder": self.shelved.folder,
            "group": self.shelved.group,
            "parties": len(scenario.parties),
            "issues": len(scenario.issues),
            "packages": self.packages,
            "red_lines": len(scenario.red_lines),
            "statements": len(scenario.statements),
        }


def library(found: Sequence[Shelved] | None = None) -> tuple[Entry, ...]:
    """Load the scenarios that come with the program, group by group; or those of them that were `found`.

    Examples
    --------
    >>> first = library(shelf()[:1])[0].as_dict()
    >>> first["name"], first["parties"], first["packages"], first["red_lines"]
    ('2022-03-29', 3, 120, 8)
    """
    return tuple(_entry(one) for one in (shelf() if found is None else found))


def _entry(shelved: Shelved) -> Entry:
    base = base_of(shelved.name)
    return Entry(shelved, load(shelved.name), None if base is None else base.name)
