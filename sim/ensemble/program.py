"""What plays: the versions of what numbers and bytes depend on, and the source of this program."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

NUMERICAL = ("numpy", "scipy", "numba", "llvmlite", "mesa", "pandas", "pyarrow")
"""What else the numbers of a run, and the bytes they are kept in, depend on."""


@dataclass(frozen=True)
class Program:
    """The program that plays a run; only one that is the same may play the rest of it.

    Parameters
    ----------
    dependencies
        The versions of `NUMERICAL`.
    source
        SHA-256 over the source of this program: two states of it may have the same version.
    """

    dependencies: Mapping[str, str]
    source: str

    def differences(self, other: Program) -> Iterator[str]:
        """Say what differs in another program."""
        for name in sorted({*self.dependencies, *other.dependencies}):
            mine, its = self.dependencies.get(name), other.dependencies.get(name)
            if mine != its:
                yield f"{name} {mine}, and here is {its}"
        if self.source != other.source:
            yield "another state of this program's source"


@cache
def this_program() -> Program:
    """Return what is installed here.

    Examples
    --------
    >>> list(this_program().differences(this_program()))
    []
    """
    folder, source = Path(__file__).parents[1], hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        source.update(f"{path.relative_to(folder).as_posix()} ".encode() + path.read_bytes())
    return Program({name: version(name) for name in NUMERICAL}, source.hexdigest())
