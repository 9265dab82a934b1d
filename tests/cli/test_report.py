"""`sim report`, as people call it."""

import re
from hashlib import sha256

import pytest
from calling import files_in, the_run


@pytest.fixture(autouse=True)
def undrawn(monkeypatch):
    """Leave out the pictures, which take seconds."""
    monkeypatch.setattr("sim.report.pictures_part.drawn", lambda *_: iter(()))
    monkeypatch.setattr("sim.report.whole_report.drawn", lambda *_: iter(()))


@pytest.fixture
def played(run, tmp_path):
    run("--worlds", 60, "--quiet")
    return the_run(tmp_path / "results")


def test_a_run_is_reported_into_its_folder(tiny, played):
    called = tiny("report", played)
    assert called.code == 0
    page = (played / "report.html").read_bytes()
    assert f"SHA-256 {sha256(page).hexdigest()}" in called.err
    assert b"<title>Tiny: Scenario tiny: 60 worlds" in page


def test_a_case_is_played_first_and_its_run_used_again(tiny, tmp_path):
    assert tiny("report", "tiny.yaml", "--worlds", 40).code == 0
    run = the_run(tmp_path / "results")
    before = files_in(tmp_path)
    called = tiny("report", "tiny.yaml", "--worlds", 40)
    assert (called.code, files_in(tmp_path)) == (0, before)
    assert "was there already, as it would be written now" in called.err
    assert "sim report tiny.yaml --worlds 40 --seed 3" in (run / "report.html").read_text("utf-8")


def test_a_variant_against_its_base(tiny, tmp_path):
    called = tiny("report", "tiny.yaml", "soft.yaml", "--worlds", 40, "--quiet", "--out", "new/both.html")
    assert called.code == 0
    page = (tmp_path / "new" / "both.html").read_text("utf-8")
    assert "soft against tiny, world by world" in page
    assert tiny("report", "tiny.yaml", "soft.yaml", "--worlds", 40, "--quiet").code == 0
    (file,) = (tmp_path / "results").rglob("report-against-*.html")
    assert file.parent.parent.name == "tiny"


def test_as_markdown(tiny, played):
    assert tiny("report", played, "--format", "md", "--measure", "round").code == 0
    text = (played / "report-round.md").read_text("utf-8")
    assert text.startswith("# Tiny\n")
    assert "--measure round" in text
    assert [file.suffix for file in (played / "report-round-files").iterdir()] == [".yaml"]


def test_changes_are_told(tiny, tmp_path):
    assert tiny("report", "tiny.yaml", "--worlds", 20, "--set", "negotiation.rounds=3", "--quiet").code == 0
    (file,) = (tmp_path / "results").rglob("report.html")
    assert "--set negotiation.rounds=3" in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["tiny.yaml", "--measure", "agree"], "unknown measure 'agree'"),
        (["nowhere"], "unknown file or scenario 'nowhere'"),
        (["tiny.yaml", "--out", "mine.html"], "a file is there already and is not overwritten"),
        (["tiny.yaml", "--worlds", "0"], "worlds is 0"),
        (["tiny.yaml", "--format", "pdf"], "pdf"),
        (["tiny.yaml", "--out", "no.md", "--format", "md"], "no-files"),
    ],
)
def test_what_makes_no_sense_is_refused_before_anything_is_played(tiny, tmp_path, words, message):
    (tmp_path / "no-files").mkdir()
    (tmp_path / "mine.html").touch()
    called = tiny("report", *words)
    assert called.code == 2
    assert message in re.sub(r"\s+", " ", called.err)
    assert not (tmp_path / "results").exists()


def test_runs_of_other_worlds_are_refused(tiny, played, tmp_path):
    before = files_in(tmp_path)
    called = tiny("report", played, "soft.yaml", "--seed", 9)
    assert called.code == 2
    assert "seed is 9, expected 3 as in this run, or nothing" in called.err
    assert files_in(tmp_path) == before


def test_what_somebody_wrote_there_stays(tiny, played):
    (played / "report.html").write_text("mine", encoding="utf-8")
    called = tiny("report", played)
    assert called.code == 2
    assert "not overwritten" in called.err
    assert (played / "report.html").read_text("utf-8") == "mine"


def test_what_has_been_played_cannot_be_changed(tiny, played):
    for command in ("report", "explore"):
        called = tiny(command, played, "--set", "negotiation.rounds=2")
        assert (called.code, called.out) == (2, "")
        assert "--set changes a case, and this is a run that has been played, expected tiny" in called.err


def test_nothing_is_compared_with_itself(tiny, tmp_path):
    called = tiny("report", "tiny.yaml", "soft.yaml", "tiny.yaml")
    assert (called.code, called.out) == (2, "")
    assert called.err == "this is named more than once, expected different runs or cases (tiny.yaml)\n"
    assert not (tmp_path / "results").exists()


def test_cases_without_a_party_in_common_are_no_variants(tiny, tmp_path):
    called = tiny("report", "tiny.yaml", "published/elmira", "--worlds", 20)
    assert (called.code, called.out) == (2, "")
    assert "tiny and published/elmira have no party in common" in called.err


def test_the_command_names_no_folder(tiny, played):
    assert tiny("report", played).code == 0
    page = (played / "report.html").read_text("utf-8")
    assert f"sim report tiny-{played.name}.yaml --worlds 60" in page
    assert str(played.parent) not in page


@pytest.mark.parametrize(("file", "form"), [("x.pdf", "html"), ("x.md", "html"), ("x", "md")])
def test_a_name_that_promises_another_form(tiny, tmp_path, file, form):
    called = tiny("report", "tiny.yaml", "--out", file, "--format", form)
    assert (called.code, called.out) == (2, "")
    assert f"with --format {form} ({file})" in called.err
    assert not (tmp_path / "results").exists()
