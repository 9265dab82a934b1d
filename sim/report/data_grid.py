"""The table behind a picture, as people read it; a long one is cut, and the file holds all of it."""

from __future__ import annotations

import math

from pandas.api.types import is_bool_dtype, is_numeric_dtype

from sim.report.blocks import Grid, Picture

MOST_ROWS = 20


def data_grid(picture: Picture) -> Grid:
    """Return the first rows of what is drawn.

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame({"ending": ["AGREED"], "share": [0.25]})
    >>> data_grid(Picture("ends", "A quarter agree.", "", b"", b"", table)).rows
    (('AGREED', '0.25'),)
    """
    table = picture.table.head(MOST_ROWS)
    cut = len(picture.table) > MOST_ROWS
    caption = f"The first {MOST_ROWS} of {len(picture.table):,} rows." if cut else "All that is drawn."
    kinds = enumerate(table.dtypes)
    numbers = [place for place, kind in kinds if is_numeric_dtype(kind) and not is_bool_dtype(kind)]
    rows = tuple(tuple(_cell(cell) for cell in row) for row in table.itertuples(index=False))
    return Grid(caption, tuple(map(_name, table)), rows, frozenset(numbers) - {0})


def _name(column: object) -> str:
    return str(column).replace("_", " ")


def _cell(cell: object) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    match cell:
        case float():
            return "" if math.isnan(cell) else f"{cell:.4g}"
        case list() | tuple():
            return " + ".join(map(str, cell))
        case _:
            return str(cell)
