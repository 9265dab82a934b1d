"""Ctrl-C loses nothing and says what goes on: the same command, or `sim resume`."""

import os
import shlex
import signal

import pytest
from calling import RUN, begin, edit, files_in, interrupted, shards_in, the_run, without_manifest

from sim.ensemble import shards
from sim.ensemble import tasks as worker
from sim.negotiation.model import Negotiation
from sim.plots import PICTURES, album


@pytest.fixture
def ctrl_c(monkeypatch):
    """Press Ctrl-C whenever a file of worlds has been kept."""
    keep = shards.keep

    def keep_and_press(data, folder, index):
        keep(data, folder, index)
        os.kill(os.getpid(), signal.SIGINT)

    with monkeypatch.context() as patch:
        patch.setattr(worker.shards, "keep", keep_and_press)
        yield patch


def typed_again(cli, called, beginning):
    """Type the command that a message ends with."""
    (line,) = [line for line in called.err.splitlines() if line.startswith(beginning)]
    program, *arguments = shlex.split(line.removeprefix(beginning))
    assert program == "sim"
    return cli(*arguments)


def test_an_interruption_while_playing_leaves_nothing(run, tmp_path, monkeypatch):
    monkeypatch.setattr(Negotiation, "step", interrupted)
    called = run()
    assert (called.code, called.out) == (130, "")
    assert called.err == "Stopped before any worlds could be kept\n"
    assert files_in(tmp_path / "results") == {}


def test_an_interruption_while_storing_leaves_no_file(run, tmp_path, monkeypatch):
    monkeypatch.setattr(shards, "encode", interrupted)
    assert run().code == 130
    assert files_in(tmp_path / "results") == {}


def test_an_interruption_while_drawing_is_made_good_by_the_next_call(run, tmp_path, monkeypatch):
    def first_picture(tables, folder, progress):
        folder.mkdir()
        (folder / "compatibility_matrix.png").touch()
        (folder / "compatibility_matrix.svg").touch()
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(album, "draw_all", first_picture)
        assert run().code == 130
    assert "This run is finished" in run().err
    assert len(list((the_run(tmp_path) / "pictures").iterdir())) == len(album.FILES) * len(PICTURES)


def test_ctrl_c_keeps_what_was_in_hand_and_prints_what_goes_on(tiny, run, chunked, ctrl_c, tmp_path):
    called = run("--worlds", 11, "--set", "scenario=Two words")
    folder = the_run(tmp_path / "results").relative_to(tmp_path)
    assert (called.code, called.out) == (130, "")
    assert called.err.splitlines() == [
        f"Stopped: 5 of 11 worlds are kept in {folder}",
        "To go on: sim run tiny.yaml --worlds 11 --set 'scenario=Two words'",
    ]
    ctrl_c.undo()
    gone_on = typed_again(tiny, called, "To go on: ")
    assert gone_on.code == 0
    assert f"Going on with {folder}: 5 of 11 worlds are there" in gone_on.err
    assert len(shards_in(folder)) == 3


def test_what_was_interrupted_and_gone_on_with_is_the_same_run(run, chunked, ctrl_c, tmp_path):
    assert run("--out", "parts").code == 130
    ctrl_c.undo()
    parts, whole = run("--out", "parts", "--json"), run("--out", "whole", "--json")
    assert parts.told == whole.told
    kept = [without_manifest(files_in(tmp_path / out)) for out in ("parts", "whole")]
    assert kept[0] == kept[1]


def test_resume_plays_what_is_missing_and_nothing_else(tiny, run, chunked, tmp_path, monkeypatch):
    first = run("--json")
    folder, before = the_run(tmp_path), files_in(tmp_path)
    begin(folder)
    played = []
    monkeypatch.setattr(
        Negotiation, "play", lambda self, play=Negotiation.play: played.append(len(self.worlds)) or play(self)
    )
    resumed = tiny("resume", folder, "--json")
    assert resumed.out == first.out
    assert "10 of 12 worlds are there" in resumed.err
    assert played == [2]
    assert without_manifest(files_in(tmp_path)) == without_manifest(before)


@pytest.mark.parametrize("where", [".", "..", "../../tiny"])
def test_resume_finds_the_run_from_wherever_one_is(tiny, run, chunked, tmp_path, monkeypatch, where):
    run()
    folder = the_run(tmp_path)
    begin(folder)
    monkeypatch.chdir(folder)
    assert tiny("resume", where).code == 0
    assert len(shards_in(folder)) == 3


def test_resume_of_a_finished_run_plays_nothing(tiny, run, tmp_path, monkeypatch):
    run()
    monkeypatch.setattr(Negotiation, "step", interrupted)
    called = tiny("resume", "results")
    assert called.code == 0
    assert called.err == f"This run is finished: {the_run(tmp_path).relative_to(tmp_path)}\n"


@pytest.mark.parametrize("command", [RUN, ("resume", "results")])
def test_a_run_that_was_killed_just_before_its_end_is_finished(tiny, run, tmp_path, command):
    run()
    folder, before = the_run(tmp_path), files_in(tmp_path)
    edit(folder, finished=False, result=None)
    assert tiny(*command).code == 0
    (told,) = tiny("runs", "--json").told
    assert told["state"] == "finished"
    assert without_manifest(files_in(tmp_path)) == without_manifest(before)


def test_resume_refuses_another_version(tiny, run, chunked, tmp_path, monkeypatch):
    run()
    begin(the_run(tmp_path))
    before = files_in(tmp_path)
    monkeypatch.setattr("sim.api.__version__", "99.0")
    called = tiny("resume", "results")
    assert (called.code, called.out) == (2, "")
    assert "cannot be gone on with: it was begun by version 0.1.0, and this is 99.0" in called.err
    assert "Play it anew into another folder (--out)" in called.err
    assert files_in(tmp_path) == before


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"worlds": 13}, "its manifest does not describe what was played"),
        ({"version": "98.0"}, "its manifest does not describe what was played"),
        ({"scenario": {}}, "this run is damaged"),
        ({"format": "else"}, "the manifest is not of the format"),
        ({"dependencies": {}}, "it was begun with numpy None, and here is"),
    ],
)
def test_resume_refuses_an_edited_manifest(tiny, run, chunked, tmp_path, changes, said):
    run()
    begin(the_run(tmp_path))
    edit(the_run(tmp_path), **changes)
    before = files_in(tmp_path)
    called = tiny("resume", "results")
    assert (called.code, called.out) == (2, "")
    assert said in called.err
    assert files_in(tmp_path) == before
