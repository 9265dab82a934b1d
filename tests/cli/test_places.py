"""Places that are full, read-only or taken: told in words, nothing lost, nothing mixed."""

import errno
import os

from calling import begin, files_in, interrupted, shards_in, the_run

from sim.ensemble import shards
from sim.ensemble.alone import alone_in
from sim.negotiation.model import Negotiation


def test_a_place_that_cannot_be_written_is_told_before_anything_is_played(run, tmp_path, monkeypatch):
    monkeypatch.setattr(Negotiation, "step", interrupted)
    before = files_in(tmp_path)
    called = run("--out", "tiny.yaml")
    assert (called.code, called.out) == (2, "")
    assert called.err == "cannot write here: this is no folder that you may write (tiny.yaml)\n"
    assert files_in(tmp_path) == before


def test_a_read_only_folder_is_told_before_anything_is_played(run, tmp_path, monkeypatch):
    monkeypatch.setattr(Negotiation, "step", interrupted)
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # whoever runs this test may be root
    called = run("--out", "mine")
    assert (called.code, called.out) == (2, "")
    assert called.err == "cannot write here: this is no folder that you may write (.)\n"
    assert not (tmp_path / "mine").exists()


def test_a_full_disk_is_told_and_what_was_kept_is_gone_on_with(run, chunked, tmp_path, monkeypatch):
    keep = shards.keep

    def until_full(data, folder, index):
        if index == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        keep(data, folder, index)

    with monkeypatch.context() as patch:
        patch.setattr(shards, "keep", until_full)
        called = run()
    assert (called.code, called.out) == (2, "")
    assert "cannot keep these worlds: No space left on device (" in called.err
    assert len(shards_in(the_run(tmp_path))) == 2
    assert "10 of 12 worlds are there" in run().err
    assert len(shards_in(the_run(tmp_path))) == 3


def test_two_at_once_do_not_play_the_same_run(tiny, run, chunked, tmp_path):
    run()
    folder = the_run(tmp_path)
    begin(folder)
    before = files_in(folder)
    with alone_in(folder):
        for called in (run(), tiny("resume", folder)):
            assert (called.code, called.out) == (2, "")
            assert "another process is playing this run just now" in called.err
        assert [listed["state"] for listed in tiny("runs", "--json").told] == ["being played"]
        assert tiny("runs", "--prune").code == 0
    assert files_in(folder) | before == files_in(folder)
    assert run().code == 0
