"""What is kept is listed with its state."""

from dataclasses import replace

import pytest
from builders import a_scenario

from sim.ensemble import listing
from sim.ensemble.alone import alone_in
from sim.ensemble.executors import workers
from sim.ensemble.listing import prune, runs
from sim.ensemble.manifest import MANIFEST, Manifest, write_manifest
from sim.ensemble.playing import play_into
from sim.ensemble.program import this_program
from sim.ensemble.request import Request

CASE = a_scenario({"troops": "none some"}, {"a": {}, "b": {}}, ensemble={"worlds": 4}).but(name="tiny")
REQUEST = Request(CASE, "0.0")


@pytest.fixture
def kept(tmp_path):
    folder = tmp_path / "tiny" / "one"
    play_into(folder, REQUEST, workers())
    return folder


@pytest.fixture
def begun(tmp_path):
    folder = tmp_path / "tiny" / "two"
    (folder / "worlds").mkdir(parents=True)
    write_manifest(Manifest(REQUEST, this_program(), "abc"), folder)
    return folder


def test_finished_and_unfinished_runs(kept, begun, tmp_path):
    one, two = runs(tmp_path)
    assert (one.folder, one.state, one.there, one.checksum) == (kept, "finished", 4, None)
    assert (two.folder, two.state, two.there) == (begun, "unfinished", 0)


def test_a_checksum_is_told_if_worlds_are_read(kept, tmp_path):
    (one,) = runs(tmp_path, verify=True)
    assert one.checksum == one.manifest.result["checksum"] == one.as_dict()["checksum"]
    assert len(one.checksum) == 64


def test_a_run_that_is_played_just_now(begun, tmp_path):
    with alone_in(begun):
        assert runs(tmp_path)[0].state == "being played"
        assert prune(tmp_path) == ()
    assert runs(tmp_path)[0].state == "unfinished"


def test_damage_is_found_if_worlds_are_read(kept, tmp_path):
    (part,) = (kept / "worlds").glob("part-*")
    part.write_bytes(part.read_bytes()[:-1])
    assert runs(tmp_path)[0].state == "finished"
    (one,) = runs(tmp_path, verify=True)
    assert (one.state, one.there) == ("damaged", 0)
    assert "4 worlds are missing or damaged; sim resume" in one.why
    part.unlink()
    assert runs(tmp_path)[0].state == "damaged"


def test_a_manifest_that_cannot_be_read(kept, tmp_path):
    (kept / MANIFEST).write_text("{")
    (one,) = runs(tmp_path)
    assert (one.state, one.manifest) == ("unreadable", None)
    assert one.as_dict()["why"] == one.why != ""


def test_a_run_that_is_finished_while_others_are_pruned_stays(kept, tmp_path, monkeypatch):
    (before,) = runs(tmp_path)
    monkeypatch.setattr(listing, "runs", lambda place: (replace(before, state="unfinished"),))
    assert prune(tmp_path) == ()
    assert kept.exists()


def test_only_unfinished_runs_are_pruned(kept, begun, tmp_path):
    (gone,) = prune(tmp_path)
    assert gone.folder == begun
    assert not begun.exists()
    assert [one.folder for one in runs(tmp_path)] == [kept]
