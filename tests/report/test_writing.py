"""Pages as files: whole or not at all, and never in another file's place."""

import pytest

import sim
from sim.report import write_whole


def test_a_page_appears_with_the_folders_it_needs(tmp_path):
    file = tmp_path / "new" / "page.html"
    write_whole("é\n", file)
    assert file.read_bytes() == "é\n".encode()
    assert [path.name for path in file.parent.iterdir()] == ["page.html"]


@pytest.mark.parametrize("there", ["file", "folder", "broken link"])
def test_what_is_there_stays(tmp_path, there):
    file = tmp_path / "page.html"
    {"file": file.touch, "folder": file.mkdir, "broken link": lambda: file.symlink_to("nowhere")}[there]()
    with pytest.raises(
        sim.InputError, match=r"a file is there already and is not overwritten \(.*page.html\)"
    ):
        write_whole("new", file)
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_nothing_is_left_where_writing_fails(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(sim.InputError, match="cannot write here"):
        write_whole("new", tmp_path / "file" / "page.html")
    with pytest.raises(sim.InputError, match="cannot write here"):
        write_whole("new", tmp_path / ("x" * 300 + ".html"))
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
