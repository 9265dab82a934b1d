"""Draw a whole set of pictures into a folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pandas as pd

from sim.analysis.plain_csv import plain_csv
from sim.errors import Problem, RunError
from sim.plots import EVERY_PICTURE
from sim.plots.saving import KINDS, save
from sim.whole_file import write_whole

FILES = (*KINDS, "txt", "csv")
"""Of what kinds the files of a picture are: the picture, its words and its table, the last to be written."""


def draw_all(
    tables: Mapping[str, pd.DataFrame], folder: Path, progress: Callable[[str], None] | None = None
) -> list[Path]:
    """Draw each table as the picture of its name, with the table itself as CSV, and return the files.

    Raises
    ------
    RunError
        If the folder cannot be written.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> ways = pd.DataFrame({"round": [1, 2], "ending": "AGREED", "share": [0.2, 0.8]})
    >>> ways.attrs = {"scenario": "base", "title": "Talks", "worlds": 50, "seed": 1, "version": "0.1.0"}
    >>> with TemporaryDirectory() as folder:
    ...     [file.suffix for file in draw_all({"time_to_agreement": ways}, Path(folder))]
    ['.png', '.svg', '.pdf', '.txt', '.csv']
    """
    files = []
    for name, table in tables.items():
        try:
            files += save(EVERY_PICTURE[name](table), folder, name)
            files.append(write_whole(plain_csv(table).encode(), folder / f"{name}.csv"))
        except OSError as error:
            raise RunError([Problem(f"cannot write pictures: {error.strerror}", file=str(folder))]) from error
        if progress is not None:
            progress(name)
    return files
