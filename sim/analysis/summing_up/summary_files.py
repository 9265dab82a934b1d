"""A run's summary as small files, for people and spreadsheets."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from sim.analysis.plain_csv import plain_csv
from sim.analysis.summing_up.summary import Summary
from sim.errors import Problem, RunError
from sim.whole_file import write_whole


def write_summary(summary: Summary, folder: Path) -> list[Path]:
    """Write each table of a summary as CSV into a folder, and return the files.

    Raises
    ------
    RunError
        If they cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [
            write_whole(plain_csv(table).encode(), folder / f"{name}.csv")
            for name, table in _tables(summary).items()
        ]
    except OSError as error:
        message = f"cannot write here: {error.strerror or error}"
        raise RunError([Problem(message, file=str(folder))]) from error


def _tables(summary: Summary) -> dict[str, pd.DataFrame]:
    return {
        "endings": summary.endings,
        "agreements": summary.agreements,
        "utilities": summary.utilities,
        "in_the_way": summary.in_the_way,
        "in_the_way_parties": summary.in_the_way_parties,
        "in_the_way_sets": summary.in_the_way_sets,
        "conflicts": summary.conflicts,
        "deadline_closeness": summary.deadline.closeness,
        "deadline_remedies": summary.deadline.remedies,
        "left_on_table": summary.left_on_table,
    }
