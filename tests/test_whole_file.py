"""Files are there whole or not at all, and new ones are never in another file's place."""

import errno
import os

import pytest

import sim
from sim.whole_file import demand_empty, demand_free, write_new, write_whole


@pytest.fixture(params=["links", "no links"])
def disk(request, monkeypatch, tmp_path):
    """Return a folder on a disk that knows hard links, or not, as those in FAT."""

    def refused(*_):
        raise PermissionError(errno.EPERM, "Operation not permitted")

    if request.param == "no links":
        monkeypatch.setattr(os, "link", refused)
    return tmp_path


def test_a_new_file_appears_with_the_folders_it_needs(disk):
    file = disk / "new" / "page.html"
    assert write_new(b"all of it", file) == file
    assert file.read_bytes() == b"all of it"
    assert [path.name for path in file.parent.iterdir()] == ["page.html"]


@pytest.mark.parametrize(
    ("there", "said"),
    [
        ("file", "a file is there already and is not overwritten"),
        ("broken link", "a file is there already and is not overwritten"),
        ("folder", "a folder is there already, expected the name of a new file"),
    ],
)
def test_what_is_there_stays(disk, there, said):
    file = disk / "page.html"
    {"file": file.touch, "folder": file.mkdir, "broken link": lambda: file.symlink_to("nowhere")}[there]()
    for refused in (lambda: write_new(b"new", file), lambda: demand_free(file, disk / "free")):
        with pytest.raises(sim.InputError) as error:
            refused()
        assert str(error.value) == f"{said} ({file})"
    assert [path.name for path in disk.iterdir()] == ["page.html"]


def test_what_appears_while_a_file_is_written_stays(disk, monkeypatch):
    file = disk / "page.html"
    link = os.link

    def overtaken(one, other):
        file.write_bytes(b"theirs")
        link(one, other)

    monkeypatch.setattr(os, "link", overtaken)
    with pytest.raises(sim.InputError, match="a file is there already"):
        write_new(b"ours", file)
    assert file.read_bytes() == b"theirs"
    assert [path.name for path in disk.iterdir()] == ["page.html"]


def test_nothing_is_left_where_writing_fails(disk):
    (disk / "file").touch()
    for file in (disk / "file" / "page.html", disk / ("x" * 300 + ".html")):
        with pytest.raises(sim.InputError, match="cannot write here"):
            write_new(b"new", file)
    assert [path.name for path in disk.iterdir()] == ["file"]


def test_a_file_that_is_to_be_replaced_is(tmp_path):
    (tmp_path / "file").write_bytes(b"old")
    assert write_whole(b"new", tmp_path / "file").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_folder_that_is_new_or_empty(tmp_path):
    demand_empty(tmp_path / "new")
    demand_empty(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(sim.InputError, match="the folder holds something already, expected a new or an"):
        demand_empty(tmp_path)
    with pytest.raises(
        sim.InputError, match=r"a file is there already .*, expected a new or an empty folder"
    ):
        demand_empty(tmp_path / "file")
