"""What runs a folder keeps, and in which state each is."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from sim.ensemble import shards
from sim.ensemble.alone import alone_in, is_played
from sim.ensemble.chunks import chunks
from sim.ensemble.manifest import Manifest, read_manifest
from sim.ensemble.reading import WORLDS, runs_below
from sim.errors import RunError

State = Literal["finished", "unfinished", "being played", "damaged", "unreadable"]


@dataclass(frozen=True)
class Listed:
    """A run that is kept.

    Parameters
    ----------
    folder
        Where it is.
    state
        Whether it can be opened, gone on with, or neither.
    there
        How many of its worlds are there.
    manifest
        What is known of it; None if that cannot be read.
    checksum
        Of its files of worlds, if these were looked at: the same for everybody who played the same.
    why
        What is wrong with it.
    """

    folder: Path
    state: State
    there: int = 0
    manifest: Manifest | None = None
    checksum: str | None = None
    why: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values, for JSON."""
        told: dict[str, Any] = {"folder": str(self.folder), "state": self.state, "worlds_there": self.there}
        if self.manifest is not None:
            request = self.manifest.request
            told |= {
                "scenario": request.case.name,
                "hash": request.hash,
                "worlds": request.worlds,
                "seed": request.seed,
                "version": request.version,
                "result": self.manifest.result,
            }
        return told | {"checksum": self.checksum, "why": self.why}


def runs(place: Path, *, verify: bool = False) -> tuple[Listed, ...]:
    """List the runs at or below a place, in order of their folders.

    Parameters
    ----------
    place
        A folder that keeps runs.
    verify
        Read every file of worlds and see whether it is whole; else only whether it is there.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as nothing:
    ...     runs(Path(nothing))
    ()
    """
    return tuple(_listed(folder, verify=verify) for folder in runs_below(place))


def prune(place: Path) -> tuple[Listed, ...]:
    """Remove the runs that were left unfinished and that nobody is playing; return what they were.

    Raises
    ------
    OSError
        If a folder cannot be removed.
    """
    return tuple(one for one in runs(place) if one.state == "unfinished" and _removed(one.folder))


def _removed(folder: Path) -> bool:
    """Remove an unfinished run, unless another process has taken it up or finished it meanwhile."""
    with suppress(RunError), alone_in(folder):
        if not read_manifest(folder).finished:
            shutil.rmtree(folder)
            return True
    return False


def _listed(folder: Path, *, verify: bool) -> Listed:
    try:
        manifest = read_manifest(folder)
    except RunError as error:
        return Listed(folder, "unreadable", why=error.problems[0].message)
    files = (shards.whole if verify else shards.listed)(folder / WORLDS)
    request = manifest.request
    there = sum(chunk.worlds for chunk in chunks(request.case) if chunk.index in files)
    checksum = shards.checksum(files.values()) if verify else None
    if not manifest.finished:
        return Listed(
            folder, "being played" if is_played(folder) else "unfinished", there, manifest, checksum
        )
    if there < request.worlds:
        why = f"{request.worlds - there:,} worlds are missing or damaged; sim resume plays them again"
        return Listed(folder, "damaged", there, manifest, checksum, why)
    if verify and manifest.result is not None and checksum != manifest.result["checksum"]:
        return Listed(folder, "damaged", there, manifest, checksum, "its checksum is not what it was")
    return Listed(folder, "finished", there, manifest, checksum)
