"""The manifest of a run: what was asked for, with which versions, and in the end what came of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sim.ensemble.program import Program
from sim.ensemble.request import Request
from sim.errors import Problem, RunError
from sim.scenario import Scenario
from sim.whole_file import write_whole

MANIFEST = "manifest.json"
FORMAT = "guarantee-sim run 3"


@dataclass(frozen=True)
class Manifest:
    """What is known of a run without looking at its worlds.

    Parameters
    ----------
    request
        What was asked for.
    program
        What plays it.
    mark
        Made when the run was begun: who reads it in a folder sees the same folder.
    result
        Once all is played: how many `shards` there are, their `bytes` and `checksum`, how often each of the
        `endings` came, and the `seconds` since it was begun or last gone on with. None before.
    """

    request: Request
    program: Program
    mark: str
    result: Mapping[str, Any] | None = None

    @property
    def finished(self) -> bool:
        """Whether all worlds have been played."""
        return self.result is not None


def write_manifest(manifest: Manifest, folder: Path) -> None:
    """Write a manifest, whole or not at all.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    request = manifest.request
    told = {
        "format": FORMAT,
        "name": request.case.name,
        "hash": request.hash,
        "scenario_sha256": request.case.hash,
        "worlds": request.worlds,
        "seed": request.seed,
        "design": request.case.ensemble.model_dump(mode="json").get("design"),
        "version": request.version,
        "code": dict(request.code),
        "dependencies": dict(manifest.program.dependencies),
        "source": manifest.program.source,
        "mark": manifest.mark,
        "finished": manifest.finished,
        "result": manifest.result,
        "scenario": json.loads(request.case.text),
    }
    text = json.dumps(told, indent=2, ensure_ascii=False) + "\n"
    write_whole(text.encode(), folder / MANIFEST, durable=True)


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a folder.

    Raises
    ------
    RunError
        If there is none, or it does not describe a run.
    """
    told = _read(folder)
    try:
        case = Scenario.model_validate(told["scenario"]).but(name=told["name"])
        request = Request(case, told["version"], dict(told["code"]))
        named = {"hash": request.hash, "worlds": request.worlds, "seed": request.seed}
        program = Program(dict(told["dependencies"]), str(told["source"]))
        manifest = Manifest(request, program, str(told["mark"]), told["result"])
        as_named = all(told[key] == value for key, value in named.items())
    except KeyError as error:
        raise _damaged(folder, f"its manifest has no {error}") from error
    except (ValueError, TypeError, AttributeError) as error:
        raise _damaged(folder, str(error)) from error
    if not as_named:
        raise _damaged(folder, "its manifest does not describe what was played")
    return manifest


def _read(folder: Path) -> dict[str, Any]:
    try:
        told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise RunError([Problem(f"no run can be read here: {error}", file=str(folder))]) from error
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise RunError(
            [Problem(f"the manifest is not of the format {FORMAT!r}", file=str(folder / MANIFEST))]
        )
    return told


def _damaged(folder: Path, why: str) -> RunError:
    return RunError([Problem(f"this run is damaged: {why}", file=str(folder))])
