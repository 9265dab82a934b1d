import pytest
from plots.tables import outcomes

from sim.plots.outcome_distribution import outcome_distribution
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


def test_the_same_picture_gives_the_same_bytes_in_every_kind(tmp_path):
    axes = outcome_distribution(outcomes())
    files = save(axes, tmp_path / "one", "picture")
    again = save(axes, tmp_path / "two", "picture")
    anew = save(outcome_distribution(outcomes()), tmp_path / "three", "picture")
    assert [file.suffix for file in files] == [".png", ".svg", ".pdf", ".txt"]
    for one, other, third in zip(files, again, anew, strict=True):
        assert one.read_bytes() == other.read_bytes() == third.read_bytes()


def test_files_carry_no_date_and_no_program(tmp_path):
    png, svg, pdf, _ = save(new_axes(), tmp_path, "picture")
    assert b"Software" not in png.read_bytes()
    assert "<dc:date>" not in svg.read_text(encoding="utf-8")
    assert not {b"/CreationDate", b"/Creator", b"/Producer"} & set(
        pdf.read_bytes().replace(b"(", b" ").split()
    )


def test_each_file_says_in_words_what_the_picture_finds(tmp_path):
    axes = new_axes()
    axes.set_title("No deal in\n62% of worlds", loc="left")
    png, svg, pdf, words = save(axes, tmp_path, "picture")
    told = "No deal in 62% of worlds."
    assert words.read_text(encoding="utf-8") == f"{told}\n"
    assert png.read_bytes().count(told.encode()) == 1
    assert svg.read_text(encoding="utf-8").count(told) == 1
    assert pdf.read_bytes().count(told.encode()) == 1
