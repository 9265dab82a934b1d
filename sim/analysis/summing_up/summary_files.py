"""A run's summary as small files, for people and spreadsheets."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

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
            write_whole(as_csv(table).encode(), folder / f"{name}.csv")
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


def as_csv(table: pd.DataFrame) -> str:
    r"""Write a table as CSV; several ids in one cell are joined by plus signs.

    Examples
    --------
    >>> as_csv(pd.DataFrame({"ids": [["a", "b"]], "share": [0.5]}))
    'ids,share\na + b,0.5\n'
    """
    joined = {name: table[name].map(" + ".join) for name in table.columns if name == "ids"}
    return table.assign(**joined).to_csv(index=False, lineterminator="\n")
