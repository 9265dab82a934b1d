"""The table behind a picture."""

import numpy as np
import pandas as pd

from sim.report.blocks import Picture
from sim.report.data_grid import MOST_ROWS, data_grid


def grid(table):
    return data_grid(Picture("p", "", "", b"", b"", table))


def test_cells_are_told_as_people_read_them():
    table = pd.DataFrame({
        "line": ["a"], "crosses": [("x", "y")], "crossed": [True], "share": [1 / 3], "low": [np.nan],
        "count": [1234],
    })  # fmt: skip
    found = grid(table)
    assert found.rows == (("a", "x + y", "yes", "0.3333", "", "1234"),)
    assert found.numeric == {3, 4, 5}


def test_a_long_table_is_cut_and_says_so():
    found = grid(pd.DataFrame({"number": range(MOST_ROWS + 5)}))
    assert len(found.rows) == MOST_ROWS
    assert found.caption == f"The first {MOST_ROWS} of {MOST_ROWS + 5} rows."
