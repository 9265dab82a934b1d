from pathlib import Path

import pytest
from calling import TINY, files_in
from domains import grocery, put

from sim.language import load

CERTAIN = (
    TINY.replace("[0, 1]", "0.5")
    .replace("[0, 0.6]", "0.3")
    .replace("[0.2, 0.6]", "0.4")
    .replace("[0.1, 0.7]", "0.4")
)


@pytest.mark.parametrize("to", ["genius", "negmas"])
def test_exporting_and_importing_again_changes_nothing(cli, to):
    cli("import", grocery(Path("in")))
    called = cli("export", "Grocery.yaml", "out", "--to", to)
    assert (called.code, called.out) == (0, "The files hold everything.\n")
    cli("import", "out", "--out", "again.yaml")
    assert load("again.yaml").text == load("Grocery.yaml").text


def test_export_says_what_it_leaves_out(cli):
    put(Path(), "tiny.yaml", CERTAIN)
    told = cli("export", "tiny.yaml", "out", "--to", "negmas", "--json").told
    assert told["files"] == ["out/Tiny.yml", "out/A.yml", "out/B.yml"]
    assert [note["text"] for note in told["notes"]] == [
        "red lines, and with them which packages are compatible: 1",
        "statements and their sources: 1",
        "the rules of the table: alternating_offers with 8 rounds",
        "a strategy: a, b",
    ]
    again = cli("import", "out", "--json").told
    assert [one["name"] for one in again["parties"]] == ["A", "B"]
    assert [one["scale"] for one in again["parties"]] == [1, 1]


def test_uncertain_numbers_are_refused_unless_their_middle_is_asked_for(cli):
    put(Path(), "tiny.yaml", TINY)
    called = cli("export", "tiny.yaml", "out", "--to", "genius")
    assert (called.code, called.out) == (2, "")
    assert called.err.splitlines() == [
        f"2 uncertain numbers, the first parties.{party}.preferences.scores.troops.{option}, "
        f"expected certain ones; --at middle takes their means @ parties.{party}"
        for party, option in (("a", "some"), ("b", "none"))
    ]
    assert not Path("out").exists()
    called = cli("export", "tiny.yaml", "out", "--to", "genius", "--at", "middle")
    assert "4 uncertain numbers: their means are written" in called.out
    cli("import", "out", "--out", "again.yaml")
    again, certain = load("again.yaml"), load(put(Path(), "certain.yaml", CERTAIN))
    for party in ("a", "b"):
        value = again.parties[party].no_deal.value.mean
        assert value == pytest.approx(certain.parties[party].no_deal.value.mean)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("tiny.yaml out --to excel", "unknown format 'excel', expected one of genius, negmas"),
        (
            "tiny.yaml full --to genius",
            "the folder holds something already, expected a new or an empty folder (full)",
        ),
        (
            "tiny.yaml tiny.yaml --to genius",
            "a file is there already and is not overwritten, expected a new or an empty folder (tiny.yaml)",
        ),
        ("tiny.yaml full/file/deep --to genius", "cannot write here"),
        (
            "published/elmira out --to genius",
            "preferences are an order of packages, expected weights and scores",
        ),
        ("nowhere out --to genius", "unknown file or scenario 'nowhere'"),
        ("tiny.yaml out", "--to"),
        ("tiny.yaml out --to genius --at top", "--at"),
    ],
)
def test_bad_input_is_told_and_nothing_is_written(cli, tmp_path, arguments, said):
    put(Path(), "tiny.yaml", CERTAIN)
    put(Path("full"), "file", "mine")
    before = files_in(tmp_path)
    called = cli("export", *arguments.split())
    assert (called.code, called.out) == (2, "")
    assert said in called.err
    assert "Traceback" not in called.err
    assert files_in(tmp_path) == before
    assert not Path("out").exists()


def test_parties_that_never_consent_are_left_out(cli):
    put(Path(), "tiny.yaml", CERTAIN)
    called = cli("export", "tiny.yaml", "out", "--to", "genius", "--set", "parties.b.consent=never")
    assert "parties that never consent: 1" in called.out
    assert sorted(files_in(Path("out"))) == ["A.xml", "Tiny.xml"]
