"""`sim compare`: the same worlds, pair by pair."""

import re

import pytest
from calling import QUANTITY, files_in, interrupted, the_run

from sim import api
from sim.negotiation.model import Negotiation
from sim.plots import album


def runs_of(folder, name):
    return sorted((folder / "results" / name).iterdir())


def test_compare_tells_programs(tiny):
    told = tiny("compare", "tiny.yaml", "soft.yaml", "--worlds", 40, "--json").told
    assert (told["a"], told["b"], told["pairs"], told["seed"]) == ("tiny", "soft", 40, 3)
    agreed = told["agreed"]
    assert agreed["difference"] == pytest.approx(agreed["b"] - agreed["a"])
    low, high = agreed["interval"]
    assert 0 < low < agreed["difference"] < high
    assert told["flipped"] == 40 * agreed["difference"]  # without the line nothing is lost
    assert told["flips"]["to_agreement"]["worlds"] == told["flipped"]
    assert told["p_value"] < 0.01
    assert set(told["parties"]) == {"a", "b"}


def test_compare_tells_people(tiny):
    called = tiny("compare", "tiny.yaml", "soft.yaml", "--worlds", 40)
    assert "soft compared with tiny: 40 pairs of worlds, seed 3" in called.out
    assert "points" in called.out
    assert called.err.count("Stored in results/") == 2


@pytest.mark.parametrize("variant", ["same.yaml", "tiny.yaml"])
def test_what_is_the_same_has_no_difference(tiny, variant):
    told = tiny("compare", "tiny.yaml", variant, "--json").told
    assert (told["flipped"], told["changed"], told["agreed"]["difference"]) == (0, 0, 0)
    assert told["hashes"][0] == told["hashes"][1]
    low, high = told["agreed"]["interval"]
    assert low <= 0 <= high


def test_several_variants_are_compared_with_the_same_base(tiny, tmp_path):
    told = tiny("compare", "tiny.yaml", "soft.yaml", "hard.yaml", "--json").told
    assert told["base"] == "tiny"
    soft, hard = told["comparisons"]
    assert (soft["b"], hard["b"]) == ("soft", "hard")
    assert soft["agreed"]["a"] == hard["agreed"]["a"] < soft["agreed"]["b"]
    assert hard["agreed"]["b"] == 0
    assert len(runs_of(tmp_path, "tiny")) == 1


def test_runs_that_are_kept_are_used(tiny, monkeypatch):
    first = tiny("compare", "tiny.yaml", "soft.yaml", "--json")
    monkeypatch.setattr(Negotiation, "step", interrupted)
    second = tiny("compare", "tiny.yaml", "soft.yaml", "--json")
    assert second.out == first.out
    assert second.err.count("This run is finished: results/") == 2
    assert "--again" not in second.err  # it is no option of this command


def test_a_variant_is_played_in_the_worlds_of_its_base(tiny, tmp_path):
    (tmp_path / "other.yaml").write_text("extends: soft.yaml\nensemble: {worlds: 5, seed: 8}\n")
    told = tiny("compare", "tiny.yaml", "other.yaml", "--json").told
    assert (told["pairs"], told["seed"]) == (12, 3)


def test_the_folder_of_a_run_stands_for_it(tiny, tmp_path):
    expected = tiny("compare", "tiny.yaml", "soft.yaml", "--seed", 5, "--json").told
    base, variant = runs_of(tmp_path, "tiny")[0], runs_of(tmp_path, "soft")[0]
    assert tiny("compare", base, variant, "--json").told == expected
    assert tiny("compare", base, "soft.yaml", "--json").told == expected
    assert tiny("compare", "tiny.yaml", variant, "--json").told == expected  # follows, though it is second
    assert len(runs_of(tmp_path, "tiny")) == len(runs_of(tmp_path, "soft")) == 1


def test_changes_are_made_to_all_cases(tiny):
    told = tiny("compare", "tiny.yaml", "soft.yaml", "--set", f"{QUANTITY}=0.9", "--json").told
    assert (told["agreed"]["a"], told["agreed"]["b"]) == (0, 0)


def test_the_picture(tiny, tmp_path, sketched):
    called = tiny("compare", "tiny.yaml", "soft.yaml", "--picture", "drawn")
    assert "Pictures in drawn: comparison.png" in called.err
    assert sorted(files_in(tmp_path / "drawn")) == sorted(f"comparison.{kind}" for kind in album.FILES)


def test_everything_that_is_wrong_is_told_before_anything_is_played(tiny, tmp_path, monkeypatch):
    monkeypatch.setattr(Negotiation, "step", interrupted)
    (tmp_path / "bad.yaml").write_text("extends: tiny.yaml\nissues: {aid: {qestion: Aid?}}\n")
    (tmp_path / "empty").mkdir()
    called = tiny("compare", "tiny.yaml", "nowhere", "bad.yaml", "empty")
    assert (called.code, called.out) == (2, "")
    told = called.err.splitlines()
    assert [line.partition(",")[0] for line in told] == [
        "unknown file or scenario 'nowhere'", "unknown key 'qestion'", "no run is here (empty)"
    ]  # fmt: skip
    assert not (tmp_path / "results").exists()


def test_a_change_that_is_wrong_for_both_is_told_once(tiny):
    called = tiny("compare", "tiny.yaml", "soft.yaml", "--set", "nothing=1")
    assert called.code == 2
    assert called.err.count("unknown key 'nothing'") == 1


def test_runs_of_other_worlds_are_refused_before_anything_is_played(tiny, tmp_path, monkeypatch):
    for arguments in ((), ("--seed", 9), ("--worlds", 5)):
        tiny("run", "tiny.yaml", *arguments)
    kept = map(api.open, runs_of(tmp_path, "tiny"))
    by_size = {(run.worlds, run.seed): str(run.folder) for run in kept}
    monkeypatch.setattr(Negotiation, "step", interrupted)
    one, other, small = (by_size[size] for size in ((12, 3), (12, 9), (5, 3)))
    seeds, sizes = (
        r"the seed of tiny \(\w+\) is 3 and that of tiny \(\w+\) is 9",
        "the number of worlds of tiny",
    )
    for wrong, said in ((other, seeds), (small, sizes)):
        called = tiny("compare", "soft.yaml", one, wrong)
        assert (called.code, called.out) == (2, "")
        assert re.search(said, called.err)
        assert "expected the same" in called.err
    called = tiny("compare", one, "soft.yaml", "--worlds", 7, "--seed", 1)
    assert (called.code, called.out) == (2, "")
    assert called.err.splitlines() == [
        f"worlds is 7, expected 12 as in this run, or nothing ({one})",
        f"seed is 1, expected 3 as in this run, or nothing ({one})",
    ]
    assert not (tmp_path / "results" / "soft").exists()


def test_a_run_that_is_damaged_is_no_side(tiny, tmp_path):
    tiny("run", "tiny.yaml")
    next((the_run(tmp_path) / "worlds").glob("part-*")).unlink()
    called = tiny("compare", "results", "soft.yaml")
    assert called.code == 2
    assert "this run is damaged: 0 of 12 worlds are there; sim resume plays the others" in called.err


@pytest.mark.parametrize("option", ["--out", "--picture"])
def test_a_place_that_cannot_be_written_is_told_first(tiny, tmp_path, monkeypatch, option):
    monkeypatch.setattr(Negotiation, "step", interrupted)
    called = tiny("compare", "tiny.yaml", "soft.yaml", option, "hard.yaml")
    assert (called.code, called.out) == (2, "")
    assert called.err == "cannot write here: this is no folder that you may write (hard.yaml)\n"
