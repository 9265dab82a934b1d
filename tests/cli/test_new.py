"""`sim new`: a scenario to begin with."""

import shlex

import pytest


def next_of(called):
    """Return the words of the command that is named as the next."""
    assert (called.code, called.out) == (0, "")
    return shlex.split(called.err.partition("; next: ")[2])[1:]


def test_what_is_written_can_be_checked_and_run_at_once(cli, sketched, tmp_path):
    called = cli("new", "mine.yaml", "--title", "Mine: a first try")
    assert called.err == "Wrote mine.yaml; next: sim check mine.yaml\n"
    assert cli(*next_of(called)).out.startswith("Mine: a first try\n")
    assert cli("run", "mine.yaml", "--worlds", 50).code == 0
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["mine.yaml"]


def test_a_variant_is_written(cli):
    called = cli("new", "deep/my own.yaml", "--from", "2025-08-21")
    words = next_of(called)
    assert words == ["diff", "2025-08-21", "deep/my own.yaml"]
    assert "(a variant)" in cli(*words).out


def test_what_is_there_is_not_overwritten(cli, tmp_path):
    (tmp_path / "mine.yaml").write_text("precious", "utf-8")
    for more in ((), ("--from", "2025-08-21")):
        called = cli("new", "mine.yaml", *more)
        assert (called.code, called.out) == (2, "")
        assert called.err == "a file is there already and is not overwritten (mine.yaml)\n"
    assert (tmp_path / "mine.yaml").read_text("utf-8") == "precious"


def test_a_folder_is_called_a_folder(cli, tmp_path):
    (tmp_path / "full").mkdir()
    assert cli("new", "full").err == "a folder is there already, expected the name of a new file (full)\n"


def test_a_title_that_is_none(cli, tmp_path):
    for title in ("", "A ferry\nfor the island"):
        called = cli("new", "mine.yaml", "--title", title)
        assert (called.code, called.out) == (2, "")
        assert "expected a few words on one line" in called.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("base", ["2025-08-2", "mine.yaml"])
def test_a_base_that_is_not_there(cli, tmp_path, base):
    called = cli("new", "mine.yaml", "--from", base)
    assert (called.code, called.out) == (2, "")
    assert f"unknown file or scenario '{base}'" in called.err
    assert list(tmp_path.iterdir()) == []


def test_a_place_where_nothing_can_be_written(cli, tmp_path):
    (tmp_path / "file").touch()
    called = cli("new", "file/mine.yaml")
    assert called.code == 2
    assert "cannot write here" in called.err
