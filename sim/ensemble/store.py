"""Runs on disk: a folder with a manifest and files of worlds, to which is added until all are there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

from sim.ensemble import shards
from sim.ensemble.alone import alone_in
from sim.ensemble.chunks import Chunk, chunks
from sim.ensemble.manifest import MANIFEST, Manifest, read_manifest, write_manifest
from sim.ensemble.program import this_program
from sim.ensemble.reading import WORLDS, endings_of
from sim.ensemble.request import Request
from sim.ensemble.resuming import demand_same
from sim.ensemble.tasks import MARK, Shelf
from sim.errors import Problem, RunError
from sim.whole_file import sweep_up


@dataclass(frozen=True)
class Place:
    """A folder that a run is being played into, by this process alone.

    Parameters
    ----------
    folder
        Where it is.
    manifest
        What is played.
    """

    folder: Path
    manifest: Manifest

    @property
    def shelf(self) -> Shelf:
        """Where files of worlds go."""
        return Shelf((self.folder / WORLDS).absolute(), self.manifest.mark)

    def missing(self) -> list[Chunk]:
        """List the chunks whose file is not there, or not whole; what is not whole is removed.

        Raises
        ------
        RunError
            If it cannot be removed.
        """
        folder = self.folder / WORLDS
        kept = shards.whole(folder)
        with _writing(folder):
            for path in {*folder.glob("part-*")} - {*kept.values()}:
                path.unlink()
        return [chunk for chunk in chunks(self.manifest.request.case) if chunk.index not in kept]

    def finish(self, seconds: float) -> None:
        """Note that all is played; a run that was finished before must hold just what it held then.

        Raises
        ------
        RunError
            If it does not, or nothing can be noted.
        """
        files = shards.listed(self.folder / WORLDS)
        result = {
            "shards": len(files),
            "bytes": sum(path.stat().st_size for path in files.values()),
            "checksum": shards.checksum(files.values()),
            "endings": endings_of(files),
            "seconds": round(seconds, 3),
        }
        before = self.manifest.result
        if before is None:
            with _writing(self.folder):
                write_manifest(replace(self.manifest, result=result), self.folder)
        elif before["checksum"] != result["checksum"]:
            raise RunError([Problem("played again, its outcomes differ from before", file=str(self.folder))])


@contextmanager
def opened(request: Request, folder: Path) -> Iterator[Place]:
    """Open a folder to play a request into it, from the beginning or from where it was left.

    Raises
    ------
    RunError
        If something else is there, another process plays into it, or it cannot be written.
    """
    with _writing(folder):
        (folder / WORLDS).mkdir(parents=True, exist_ok=True)
    with alone_in(folder), _tidied(folder):
        manifest = _begun(request, folder)
        with _marked(manifest, folder):
            yield Place(folder, manifest)


def demand_writable(folder: Path) -> None:
    """Find out, before worlds are played in vain, whether a run can be put at a place.

    Raises
    ------
    RunError
        If it cannot.
    """
    try:
        there = next(place for place in (folder, *folder.parents) if place.exists())
    except OSError as error:
        raise RunError([Problem(f"cannot look here: {error.strerror}", file=str(folder))]) from error
    if not (there.is_dir() and os.access(there, os.W_OK)):
        raise RunError([Problem("cannot write here: this is no folder that you may write", file=str(there))])


def _begun(request: Request, folder: Path) -> Manifest:
    """Return the manifest of what was begun in a folder, or begin."""
    if (folder / MANIFEST).exists():
        manifest = read_manifest(folder)
        demand_same(manifest, request, folder)
        return manifest
    manifest = Manifest(request, this_program(), mark=uuid4().hex)
    with _writing(folder):
        write_manifest(manifest, folder)
    return manifest


@contextmanager
def _tidied(folder: Path) -> Iterator[None]:
    """Leave no folder behind that was begun now, and in which nothing could be kept."""
    new = not (folder / MANIFEST).exists()
    try:
        yield
    finally:
        if new and not shards.listed(folder / WORLDS):
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _marked(manifest: Manifest, folder: Path) -> Iterator[None]:
    """Clear a folder of what was left behind, and mark it while it is played into."""
    mark = folder / WORLDS / MARK
    with _writing(folder):
        for place in (folder, folder / WORLDS):
            sweep_up(place)
        mark.write_text(manifest.mark, encoding="utf-8")
    try:
        yield
    finally:
        with suppress(OSError):
            mark.unlink()


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    """Say of what cannot be written why, and where."""
    try:
        yield
    except OSError as error:
        message = f"cannot write here: {error.strerror or error}"
        raise RunError([Problem(message, file=str(error.filename or folder))]) from error
