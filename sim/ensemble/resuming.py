"""Whether a run that was begun may be gone on with: only by what began it, or results would be mixed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sim.ensemble.manifest import Manifest
from sim.ensemble.program import this_program
from sim.ensemble.request import Request
from sim.errors import Problem, RunError


def demand_same(manifest: Manifest, request: Request, folder: Path) -> None:
    """Refuse to go on with a run that was begun with something else.

    Raises
    ------
    RunError
        With everything that is different.
    """
    if different := list(_differences(manifest, request)):
        message = f"this run cannot be gone on with: {'; '.join(different)}"
        raise RunError([Problem(f"{message}. Play it anew into another folder (--out)", file=str(folder))])


def _differences(manifest: Manifest, request: Request) -> Iterator[str]:
    begun = manifest.request
    if begun.version != request.version:
        yield f"it was begun by version {begun.version}, and this is {request.version}"
    if begun.case.hash != request.case.hash:
        yield f"it was begun with another scenario than {request.case.name} is now"
    for module in sorted({*begun.code, *request.code}):
        if begun.code.get(module) != request.code.get(module):
            yield f"it was begun with other code in {module}"
    yield from (f"it was begun with {one}" for one in manifest.program.differences(this_program()))
