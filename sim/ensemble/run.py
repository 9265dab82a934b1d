"""A run: the outcomes of one scenario in many worlds, and what is needed to have them again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from sim.scenario import Scenario

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False, repr=False)
class Run:
    """The outcomes of one scenario in many worlds.

    Parameters
    ----------
    case
        The scenario that was played, resolved.
    seed
        What its worlds were drawn from.
    version
        The version of this program that played them.
    table
        One row for each world; see `sim.ensemble.worlds_table`.
    code
        SHA-256 of the source of each module that outside strategies came from.
    """

    case: Scenario
    seed: int
    version: str
    table: pd.DataFrame
    code: Mapping[str, str] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"<Run of {self.case.name}: {self.worlds:,} worlds, seed {self.seed}, version {self.version}>"

    @property
    def worlds(self) -> int:
        """How many worlds were played."""
        return len(self.table)

    @property
    def hash(self) -> str:
        """Twelve hexadecimal digits that name scenario, seed, number of worlds, version and outside code."""
        return request_hash(self.case, self.worlds, self.seed, self.version, self.code)


def request_hash(
    case: Scenario, worlds: int, seed: int, version: str, code: Mapping[str, str] = MappingProxyType({})
) -> str:
    """Name a run before it is played: the same request, of the same code, has the same name."""
    modules = "".join(f" {module} {code[module]}" for module in sorted(code))
    request = f"{case.hash} {worlds} {seed} {version}{modules}"
    return hashlib.sha256(request.encode()).hexdigest()[:12]
