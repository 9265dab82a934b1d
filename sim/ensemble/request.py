"""What is asked for before it is played: its name says everything that its outcomes depend on."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from sim.scenario import Scenario


@dataclass(frozen=True, eq=False)
class Request:
    """A scenario to be played, its number of worlds, its seed and its design among the rest of it.

    Parameters
    ----------
    case
        The scenario, resolved; it may be permitted to run outside code.
    version
        The version of this program that plays it.
    code
        SHA-256 of the source of each module that outside strategies come from.
    """

    case: Scenario
    version: str
    code: Mapping[str, str] = field(default_factory=dict)

    @property
    def worlds(self) -> int:
        """How many worlds are to be played."""
        return self.case.ensemble.worlds

    @property
    def seed(self) -> int:
        """What they are drawn from."""
        return self.case.ensemble.seed

    @property
    def hash(self) -> str:
        """Twelve hexadecimal digits: the same request, of the same code, has the same name.

        Examples
        --------
        >>> import sim
        >>> len(Request(sim.load("2025-08-21"), "0.1").hash)
        12
        """
        modules = "".join(f" {module} {self.code[module]}" for module in sorted(self.code))
        return hashlib.sha256(f"{self.case.hash} {self.version}{modules}".encode()).hexdigest()[:12]
