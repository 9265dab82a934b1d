"""Runs on disk: what is written is read again, whole or not at all."""

import json
from dataclasses import replace

import pandas as pd
import pytest
from builders import a_run, a_scenario
from pandas.testing import assert_frame_equal

from sim.ensemble import store
from sim.errors import RunError

CASE = a_scenario(
    {"troops": "none some"}, {"a": {"red_lines": {"no-troops": {"forbid": {"troops": "some"}}}}, "b": {}}
).but(name="tiny")
RUN = a_run(
    CASE,
    ("AGREED", 1, 2, [0.1, 0.2], ""),
    ("NO_ZOPA", -1, 40, [1 / 3, 0.0], "no-troops | b.no_deal"),
    seed=2**64,
)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "results" / "tiny" / RUN.hash


@pytest.fixture
def kept(folder):
    store.write(RUN, folder)
    return folder


def refused(place, verb=store.read):
    with pytest.raises(RunError) as caught:
        verb(place)
    (problem,) = caught.value.problems
    return problem


def files_in(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def tamper(kept, **changes):
    manifest = json.loads((kept / "manifest.json").read_text("utf-8")) | changes
    left = {key: value for key, value in manifest.items() if value is not None}
    (kept / "manifest.json").write_text(json.dumps(left), encoding="utf-8")


def test_the_code_it_ran_is_part_of_what_it_is(tmp_path):
    run = replace(RUN, code={"mine": "ab12"})
    store.write(run, tmp_path / "kept")
    again = store.read(tmp_path / "kept")
    assert (again.code, again.hash) == ({"mine": "ab12"}, run.hash)
    assert len({RUN.hash, run.hash, replace(RUN, code={"mine": "ab13"}).hash}) == 3


@pytest.mark.parametrize("code", [3, [1], "x", {"mine": "ab13"}])
def test_code_that_it_did_not_run_is_damage(kept, code):
    tamper(kept, code=code)
    assert "this run is damaged" in refused(kept).message


def test_a_run_is_read_as_it_was_written(kept):
    again = store.read(kept)
    assert_frame_equal(again.table, RUN.table)
    assert again.case == CASE
    assert (again.case.name, again.case.hash) == ("tiny", CASE.hash)
    assert (again.seed, again.version, again.worlds, again.hash) == (2**64, "0.0", 2, RUN.hash)


def test_the_manifest_tells_where_the_run_comes_from(kept):
    manifest = json.loads((kept / "manifest.json").read_text("utf-8"))
    assert manifest["format"] == "guarantee-sim run 2"
    assert (manifest["name"], manifest["worlds"], manifest["seed"]) == ("tiny", 2, 2**64)
    assert manifest["scenario_sha256"] == CASE.hash
    assert manifest["scenario"]["parties"]["a"]["name"] == "A"
    assert set(manifest["dependencies"]) == {"numpy", "pandas", "pyarrow", "scipy", "mesa"}


def test_the_same_run_has_the_same_bytes(kept, tmp_path):
    store.write(RUN, tmp_path / "other")
    assert files_in(kept) == files_in(tmp_path / "other")
    assert set(files_in(kept)) == {"manifest.json", "worlds/part-00000.parquet"}


def test_a_run_read_again_can_be_stored_again_with_the_same_bytes(kept, tmp_path):
    store.write(store.read(kept), tmp_path / "copy")
    assert files_in(kept) == files_in(tmp_path / "copy")


def test_a_finished_run_is_not_overwritten(kept):
    before = files_in(kept)
    assert "not overwritten" in refused(kept, lambda place: store.write(RUN, place)).message
    assert files_in(kept) == before


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, MemoryError])
def test_an_interrupted_write_leaves_nothing(folder, monkeypatch, interruption):
    def half(table, path, **options):
        path.write_bytes(b"PAR1")
        raise interruption

    monkeypatch.setattr(pd.DataFrame, "to_parquet", half)
    with pytest.raises(interruption):
        store.write(RUN, folder)
    assert list(folder.parent.iterdir()) == []


def test_a_full_disk_leaves_nothing_and_says_so(folder, monkeypatch):
    def full(table, path, **options):
        path.write_bytes(b"PAR1")
        raise OSError("write failed, no space left")  # as pyarrow says it: no number, no `strerror`

    monkeypatch.setattr(pd.DataFrame, "to_parquet", full)
    assert "no space left" in refused(folder, lambda place: store.write(RUN, place)).message
    assert list(folder.parent.iterdir()) == []


def test_a_run_that_appeared_meanwhile_is_kept(folder, monkeypatch):
    write_table = pd.DataFrame.to_parquet

    def slowly(table, path, **options):
        write_table(table, path, **options)
        if not folder.exists():
            folder.mkdir()
            (folder / "somebody-elses").touch()

    monkeypatch.setattr(pd.DataFrame, "to_parquet", slowly)
    assert refused(folder, lambda place: store.write(RUN, place)).file == str(folder)
    assert [path.name for path in folder.parent.rglob("*")] == [folder.name, "somebody-elses"]


@pytest.mark.parametrize("verb", [lambda place: store.write(RUN, place), store.demand_writable])
def test_a_place_below_a_file_cannot_be_written(tmp_path, verb):
    (tmp_path / "file").write_text("kept")
    assert "cannot write here" in refused(tmp_path / "file" / "tiny" / "run", verb).message
    assert files_in(tmp_path) == {"file": b"kept"}


def test_a_place_is_writable_if_a_run_is_there_or_can_be(kept, tmp_path):
    store.demand_writable(kept)
    store.demand_writable(tmp_path / "to" / "be" / "made")
    assert not (tmp_path / "to").exists()


def test_a_name_no_folder_can_have_is_not_writable(tmp_path):
    assert "cannot look here" in refused(tmp_path / ("x" * 999), store.demand_writable).message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "no run can be read here"),
        ("", "no run can be read here"),
        ("[]", "not of the format"),
        ('{"format": "something else"}', "not of the format"),
    ],
)
def test_a_manifest_that_is_none(kept, text, said):
    (kept / "manifest.json").write_text(text)
    assert said in refused(kept).message


@pytest.mark.parametrize("key", ["name", "worlds", "seed", "version", "scenario"])
def test_a_manifest_that_lacks_a_key(kept, key):
    tamper(kept, **{key: None})
    assert refused(kept).message == f"this run is damaged: its manifest has no '{key}'"


def test_a_manifest_with_a_broken_scenario(kept):
    tamper(kept, scenario={"scenario": "nothing more"})
    assert "damaged" in refused(kept).message


def test_a_truncated_table(kept):
    table = kept / "worlds" / "part-00000.parquet"
    table.write_bytes(table.read_bytes()[:-20])
    assert "damaged" in refused(kept).message


def test_missing_worlds_are_counted(kept):
    tamper(kept, worlds=3)
    assert refused(kept).message == "this run is damaged: 2 of 3 worlds are there"


def test_no_worlds_at_all(kept):
    (kept / "worlds" / "part-00000.parquet").unlink()
    assert "damaged" in refused(kept).message


def test_nothing_to_read(tmp_path):
    assert "no run can be read here" in refused(tmp_path).message


def test_find_takes_the_run_itself_or_the_only_one_below(kept, tmp_path):
    assert store.find(kept) == store.find(kept.parent) == store.find(tmp_path) == kept


def test_find_passes_over_what_was_never_finished(kept):
    (kept.parent / ".unfinished-abc").mkdir()
    (kept.parent / ".unfinished-abc" / "manifest.json").write_text("{}")
    assert store.find(kept.parent) == kept


def test_find_finds_none(tmp_path):
    assert refused(tmp_path, store.find).message == "no run is here"
    assert refused(tmp_path / "nowhere", store.find).message == "no run is here"


def test_find_names_the_runs_to_choose_from(kept, tmp_path):
    other = kept.parent / "other"
    store.write(RUN, other)
    message = refused(tmp_path, store.find).message
    assert str(kept) in message
    assert str(other) in message
