import pandas as pd
import pytest
from plots.tables import crossings, obstacles

from sim.errors import RunError
from sim.plots.album import FILES, draw_all

TABLES = {"in_the_way": obstacles(), "crossed_lines": crossings()}


def test_each_table_is_drawn_as_the_picture_of_its_name(tmp_path):
    told = []
    files = draw_all(TABLES, tmp_path / "new" / "pictures", told.append)
    assert [file.name for file in files] == [f"{name}.{kind}" for name in TABLES for kind in FILES]
    assert {file.parent for file in files} == {tmp_path / "new" / "pictures"}
    assert all(file.stat().st_size for file in files)
    assert told == list(TABLES)


def test_nobody_need_be_told_and_no_tables_are_no_files(tmp_path):
    assert draw_all({}, tmp_path) == []
    assert len(draw_all({"in_the_way": obstacles()}, tmp_path)) == len(FILES)


def test_a_folder_that_cannot_be_written(tmp_path):
    in_the_way = tmp_path / "pictures"
    in_the_way.write_text("a file, not a folder", encoding="utf-8")
    told = []
    with pytest.raises(RunError, match="cannot write pictures: ") as caught:
        draw_all(TABLES, in_the_way, told.append)
    assert [problem.file for problem in caught.value.problems] == [str(in_the_way)]
    assert told == []
    assert in_the_way.read_text(encoding="utf-8") == "a file, not a folder"


def test_the_table_behind_a_picture_lies_beside_it(tmp_path):
    *_, data = draw_all(TABLES, tmp_path)
    table = TABLES["crossed_lines"]
    assert pd.read_csv(data)[list(table.columns)].astype(table.dtypes).equals(table)
