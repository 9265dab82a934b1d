"""What commands print: answers on the standard output, everything else on the error stream."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd
    from rich.console import RenderableType


WRONG_INPUT, INTERRUPTED = 2, 130


class Told(SystemExit):
    """Leaves with an exit code, once everything has been said."""


def show(text: RenderableType, *, crop: bool = True) -> None:
    """Print an answer for people; what must be copied whole may be wider than the terminal."""
    from rich.console import Console

    Console(highlight=False).print(text, crop=crop)


def show_json(value: Any) -> None:
    """Print an answer for programs."""
    print(json.dumps(value, indent=2, ensure_ascii=False))


def show_csv(table: pd.DataFrame) -> None:
    """Print a table as CSV; several ids in one cell are separated by spaces."""
    joined = table["crosses"].map(" ".join)
    print(table.assign(crosses=joined).to_csv(index=False, lineterminator="\n"), end="")


def say(text: str) -> None:
    """Tell what is not the answer."""
    print(text, file=sys.stderr)


def demand_one(**asked: bool) -> None:
    """Refuse options that ask for different answers at once."""
    from sim.errors import InputError, Problem

    given = [name for name, is_given in asked.items() if is_given]
    if len(given) > 1:
        raise InputError([Problem(f"{' and '.join(given)} ask for different answers, expected one of them")])
