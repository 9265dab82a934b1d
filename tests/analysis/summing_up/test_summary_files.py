"""A summary as files: every table, readable by a spreadsheet."""

import pandas as pd
import pytest

import sim
from sim.analysis.summing_up.summary_files import write_summary
from sim.errors import RunError


@pytest.fixture(scope="module")
def summary():
    return sim.run("2025-08-21", worlds=60, seed=1).summary()


def test_every_table_is_a_file_that_is_read_again(summary, tmp_path):
    files = write_summary(summary, tmp_path / "tables")
    assert sorted(path.name for path in (tmp_path / "tables").iterdir()) == sorted(
        path.name for path in files
    )
    endings = pd.read_csv(tmp_path / "tables" / "endings.csv")
    pd.testing.assert_frame_equal(endings, summary.endings, check_dtype=False)
    sets = pd.read_csv(tmp_path / "tables" / "in_the_way_sets.csv")
    assert sets["ids"].tolist() == [" + ".join(ids) for ids in summary.in_the_way_sets["ids"]]


def test_a_place_that_cannot_be_written(summary, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(RunError, match="cannot write here"):
        write_summary(summary, tmp_path / "file")
