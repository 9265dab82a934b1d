"""Finished runs are opened; their worlds are read when they are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pyarrow.compute as pc
import pyarrow.dataset as ds

from sim.ensemble import shards
from sim.ensemble.chunks import chunks
from sim.ensemble.columns import schema
from sim.ensemble.manifest import MANIFEST, Manifest, read_manifest
from sim.ensemble.run import Run
from sim.errors import Problem, RunError

WORLDS = "worlds"
"""The folder, in that of a run, with the files of worlds."""


def state_of(folder: Path) -> tuple[Manifest, int]:
    """Return the manifest of a run, and how many of its worlds are there in files that are whole.

    Raises
    ------
    RunError
        If there is no run.
    """
    manifest = read_manifest(folder)
    return manifest, _worlds_in(shards.whole(folder / WORLDS), manifest)


def read(folder: Path) -> Run:
    """Open a finished run.

    Raises
    ------
    RunError
        If there is no run, it is not finished, or it is damaged.
    """
    manifest = read_manifest(folder)
    request, files = manifest.request, shards.whole(folder / WORLDS)
    if (there := _worlds_in(files, manifest)) != request.worlds:
        state = "damaged" if manifest.finished else "not finished"
        found = f"this run is {state}: {there:,} of {request.worlds:,} worlds are there"
        raise RunError([Problem(f"{found}; sim resume plays the others", file=str(folder))])
    if manifest.result is not None and manifest.result["checksum"] != shards.checksum(files.values()):
        found = "this run is damaged: its worlds are not those that it was finished with"
        raise RunError([Problem(f"{found}; remove it and play it anew", file=str(folder))])
    dataset = ds.dataset([str(path) for path in files.values()], schema=schema(request.case))
    return Run(request.case, request.version, request.code, dataset=dataset, folder=folder)


def finished(folder: Path) -> Run | None:
    """Open a run if it is there, finished and whole."""
    try:
        return read(folder) if read_manifest(folder).finished else None
    except RunError:
        return None


def find(place: Path) -> Path:
    """Return the run at a place, or the only one below it.

    Raises
    ------
    RunError
        If there is none, or more than one.
    """
    if (place / MANIFEST).is_file():
        return place
    below = runs_below(place)
    if len(below) == 1:
        return below[0]
    listing = ", ".join(map(str, below))
    found = f"more than one run is here, name one of {listing}" if below else "no run is here"
    raise RunError([Problem(found, file=str(place))])


def runs_below(place: Path) -> list[Path]:
    """List the folders of runs below a place, in order."""
    return sorted(manifest.parent for manifest in place.glob(f"**/{MANIFEST}"))


def endings_of(files: Mapping[int, Path]) -> dict[str, int]:
    """Count how often each ending came, in files of worlds."""
    counts: dict[str, int] = {}
    for batch in ds.dataset([str(path) for path in files.values()]).to_batches(columns=["ending"]):
        for pair in pc.value_counts(batch.column("ending")).to_pylist():
            counts[pair["values"]] = counts.get(pair["values"], 0) + pair["counts"]
    return dict(sorted(counts.items()))


def _worlds_in(files: Mapping[int, Path], manifest: Manifest) -> int:
    return sum(chunk.worlds for chunk in chunks(manifest.request.case) if chunk.index in files)
