"""`sim explore`, as people and programs call it."""

import json

import pytest
from calling import files_in, the_run

from sim.plots import EXPLORED

ABOUT = ["answer", "landing", "shortlist", "drivers", "conditions", "baselines"]


@pytest.fixture
def played(run, tmp_path):
    """Play the small case in enough worlds to say something; return the folder of the run."""
    run("--worlds", 200, "--quiet")
    return the_run(tmp_path / "results")


def test_it_tells_programs_and_keeps_the_tables(tiny, played):
    told = tiny("explore", played, "--json").told
    assert [one["about"] for one in told["findings"]] == ABOUT
    assert (told["scenario"], told["measure"], told["worlds"]) == ("tiny", "agreed", 200)
    kept = played / "explored" / "agreed"
    assert json.loads((kept / "findings.json").read_text("utf-8")) == told
    for name, columns in told["tables"].items():
        assert (kept / f"{name}.csv").read_text("utf-8").splitlines()[0].split(",") == columns


def test_pictures_lie_beside_the_tables(tiny, played, sketched):
    called = tiny("explore", played)
    assert sketched[-1] == played / "explored" / "agreed"
    drawn = [file.stem for file in sorted(sketched[-1].glob("*.png"))]
    assert drawn == sorted(EXPLORED)
    assert called.err.splitlines()[-1].endswith(f": {', '.join(f'{name}.png' for name in EXPLORED)}")


def test_it_tells_people_in_sentences(tiny, played):
    called = tiny("explore", played)
    for head in (
        "The answer",
        "How good it is",
        "What is robust",
        "What it hangs on",
        "Under which conditions",
    ):
        assert f"\n{head}\n" in called.out
    assert "There is a deal in" in called.out
    assert "Tables in" in called.err


def test_a_case_is_played_first_and_its_run_used_again(tiny, tmp_path):
    first = tiny("explore", "tiny.yaml", "--worlds", 60, "--json").told
    before = files_in(tmp_path)
    assert tiny("explore", "tiny.yaml", "--worlds", 60, "--json").told == first
    assert files_in(tmp_path) == before


@pytest.mark.parametrize("measure", ["round", "utility.b", "no_zopa"])
def test_other_measures(tiny, played, measure):
    told = tiny("explore", played, "--measure", measure, "--json").told
    assert [one["about"] for one in told["findings"]] == ABOUT
    assert (played / "explored" / measure / "findings.json").is_file()


def test_where_nothing_varies_it_says_so(tiny, tmp_path):
    told = tiny("explore", "hard.yaml", "--worlds", 30, "--json").told
    texts = {one["about"]: one["text"] for one in told["findings"]}
    assert texts["answer"].startswith("There is a deal in 0 of 30 worlds")
    assert texts["landing"] == "There is no agreement to compare with solution points."
    assert texts["drivers"] == "In all 30 worlds there is no deal: nothing can drive it."
    assert "Nothing to discover" in texts["conditions"]
    assert "nothing is agreed" in texts["baselines"]


@pytest.mark.parametrize(
    ("words", "messages"),
    [
        (["--measure", "agree"], ["unknown measure 'agree'"]),
        (["--influence", "a"], ["influence 'a', expected PARTY=NUMBER"]),
        (["--influence", "c=1"], ["unknown party at the table 'c'"]),
        (["--worlds", "7"], ["worlds is 7, expected 200 as in this run"]),
        (["--threshold", "0.5"], ["threshold"]),
    ],
)
def test_what_makes_no_sense_is_refused(tiny, played, words, messages):
    called = tiny("explore", played, *words)
    assert (called.code, called.out) == (2, "")
    for message in messages:
        assert message in called.err
    assert not (played / "explored").exists()


def test_of_a_single_world_no_interval_is_known(tiny):
    told = tiny("explore", "tiny.yaml", "--worlds", 1, "--measure", "round", "--json").told
    assert told["findings"][0]["numbers"].keys() == {"mean"}
    assert told["findings"][0]["text"].endswith("in 1 world.")


def test_what_was_asked_is_kept(tiny, played):
    told = tiny(
        "explore", played, "--measure", "round", "--threshold", 3, "--influence", "a=2", "--json"
    ).told
    assert (told["threshold"], told["influence"]) == (3, {"a": 2})


def test_it_tells_before_it_writes(tiny, played):
    (played / "explored").write_text("in the way", encoding="utf-8")
    called = tiny("explore", played)
    assert called.code == 2
    assert "There is a deal in" in called.out
    assert "cannot write here" in called.err


def test_what_cannot_be_asked_is_refused_before_anything_is_played(tiny, tmp_path):
    called = tiny("explore", "tiny.yaml", "--measure", "utility.c", "--influence", "c=1")
    assert called.code == 2
    assert len(called.err.splitlines()) == 2
    assert not (tmp_path / "results").exists()


def test_no_run_is_a_message(tiny):
    called = tiny("explore", "nowhere")
    assert called.code == 2
    assert "unknown scenario 'nowhere'" in called.err or "nowhere" in called.err


def test_pictures_stand_beside_the_tables_unless_they_are_not_wanted(tiny, played):
    kept = played / "explored" / "agreed"
    called = tiny("explore", played, "--no-pictures")
    assert "Pictures" not in called.err
    assert not list(kept.glob("*.png"))
    called = tiny("explore", played, "--quiet")
    drawn = sorted(file.stem for file in kept.glob("*.png"))
    assert f"Pictures in {kept}: {', '.join(f'{name}.png' for name in drawn)}" in called.err
    assert {"discovery_boxes", "drivers", "peeling_trajectory"} <= set(drawn)
