"""What was found in a run, as small files beside its worlds."""

from __future__ import annotations

import json
from pathlib import Path

from sim.analysis.exploring.exploration import Exploration
from sim.analysis.plain_csv import plain_csv
from sim.errors import Problem, RunError
from sim.whole_file import write_whole


def write_exploration(found: Exploration, folder: Path) -> list[Path]:
    """Write the sentences as JSON and each table as CSV into a folder, and return the files.

    Raises
    ------
    RunError
        If they cannot be written.
    """
    told = json.dumps(found.as_dict(), indent=2, ensure_ascii=False, allow_nan=False)
    texts = {"findings.json": told} | {
        f"{name}.csv": plain_csv(table) for name, table in found.tables.items()
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [write_whole(text.encode(), folder / name) for name, text in texts.items()]
    except OSError as error:
        message = f"cannot write here: {error.strerror or error}"
        raise RunError([Problem(message, file=str(folder))]) from error
