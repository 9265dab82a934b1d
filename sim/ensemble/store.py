"""Runs on disk: a folder with a manifest and the worlds; it appears whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

from sim.ensemble.run import Run
from sim.errors import Problem, RunError
from sim.scenario import Scenario

MANIFEST = "manifest.json"
WORLDS = "worlds"
FORMAT = "guarantee-sim run 2"
UNFINISHED = ".unfinished-"
NUMERICAL = ("numpy", "pandas", "pyarrow", "scipy", "mesa")


def demand_writable(folder: Path) -> None:
    """Find out, before worlds are played in vain, whether a run is at a place or can be put there.

    Raises
    ------
    RunError
        If neither is so.
    """
    try:
        there = next(place for place in (folder, *folder.parents) if place.exists())
    except OSError as error:
        raise RunError([Problem(f"cannot look here: {error.strerror}", file=str(folder))]) from error
    if there != folder and not (there.is_dir() and os.access(there, os.W_OK)):
        raise RunError([Problem("cannot write here: this is no folder that you may write", file=str(there))])


def write(run: Run, folder: Path) -> None:
    """Store a run; a finished one is never overwritten.

    Raises
    ------
    RunError
        If the folder exists already, or cannot be written.
    """
    if folder.exists():
        raise RunError([Problem("a run is there already and is not overwritten", file=str(folder))])
    with _whole(folder) as unfinished:
        (unfinished / WORLDS).mkdir()
        run.table.to_parquet(unfinished / WORLDS / "part-00000.parquet", compression="zstd", index=False)
        (unfinished / MANIFEST).write_text(_manifest(run), encoding="utf-8")


def read(folder: Path) -> Run:
    """Read a stored run.

    Raises
    ------
    RunError
        If there is no run, or it is damaged.
    """
    from pandas import read_parquet  # noqa: PLC0415  (slow to import, and not needed to check)

    manifest = _read_manifest(folder)
    try:
        case = Scenario.model_validate(manifest["scenario"]).but(name=manifest["name"])
        table = read_parquet(folder / WORLDS)
        code = dict(manifest.get("code", {}))
        run, expected = Run(case, manifest["seed"], manifest["version"], table, code), manifest["worlds"]
    except KeyError as error:
        raise RunError(
            [Problem(f"this run is damaged: its manifest has no {error}", file=str(folder))]
        ) from error
    except (ValueError, TypeError, OSError) as error:
        raise RunError([Problem(f"this run is damaged: {error}", file=str(folder))]) from error
    if run.worlds != expected:
        found = f"this run is damaged: {run.worlds} of {expected} worlds are there"
        raise RunError([Problem(found, file=str(folder))])
    if run.hash != manifest.get("hash"):
        found = "this run is damaged: its manifest does not describe what was played"
        raise RunError([Problem(found, file=str(folder))])
    return run


def find(place: Path) -> Path:
    """Return the run at a place, or the only one below it.

    Raises
    ------
    RunError
        If there is none, or more than one.
    """
    if (place / MANIFEST).is_file():
        return place
    there = (manifest.parent for manifest in place.glob(f"**/{MANIFEST}"))
    below = sorted(folder for folder in there if not folder.name.startswith(UNFINISHED))
    if len(below) == 1:
        return below[0]
    listing = ", ".join(map(str, below))
    found = f"more than one run is here, name one of {listing}" if below else "no run is here"
    raise RunError([Problem(found, file=str(place))])


def _manifest(run: Run) -> str:
    manifest = {
        "format": FORMAT,
        "name": run.case.name,
        "hash": run.hash,
        "scenario_sha256": run.case.hash,
        "worlds": run.worlds,
        "seed": run.seed,
        "version": run.version,
        "code": dict(run.code),
        "dependencies": {name: version(name) for name in NUMERICAL},
        "scenario": json.loads(run.case.text),
    }
    return json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"


def _read_manifest(folder: Path) -> dict[str, Any]:
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise RunError([Problem(f"no run can be read here: {error}", file=str(folder))]) from error
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise RunError(
            [Problem(f"the manifest is not of the format {FORMAT!r}", file=str(folder / MANIFEST))]
        )
    return manifest


@contextmanager
def _whole(folder: Path) -> Iterator[Path]:
    """Give a temporary folder that takes its final name when all is written, and goes if that fails."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=folder.parent))
    except OSError as error:
        raise RunError(
            [Problem(f"cannot write here: {error.strerror or error}", file=str(folder.parent))]
        ) from error
    try:
        yield unfinished
        unfinished.chmod(0o755)
        unfinished.replace(folder)
    except OSError as error:
        raise RunError(
            [Problem(f"cannot write this run: {error.strerror or error}", file=str(folder))]
        ) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
