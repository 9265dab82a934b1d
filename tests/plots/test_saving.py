import pytest

from sim.plots.saving import save
from sim.plots.style import new_axes


def test_a_file_is_there_whole_or_not_at_all(tmp_path, monkeypatch):
    axes = new_axes()
    save(axes, tmp_path, "picture")
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    axes.set_title("new")

    def fail(*_):
        raise OSError("disk full")

    monkeypatch.setattr("pathlib.Path.replace", fail)
    with pytest.raises(OSError, match="disk full"):
        save(axes, tmp_path, "picture")
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_files_carry_no_date_and_no_program(tmp_path):
    png, svg = save(new_axes(), tmp_path, "picture")
    assert b"Software" not in png.read_bytes()
    assert "<dc:date>" not in svg.read_text(encoding="utf-8")
