"""`sim runs`: what is kept, and whether it is whole."""

import json
import shutil

from calling import begin, files_in, shards_in, the_run

from sim.ensemble import listing


def test_an_empty_place(cli):
    assert cli("runs").out == "No run is here.\n"
    assert cli("runs", "--json").told == []


def test_runs_are_listed(tiny, run, tmp_path):
    run()
    tiny("run", "soft.yaml", "--worlds", 5)
    soft, kept = tiny("runs", "--json").told
    assert (soft["scenario"], soft["worlds"], soft["seed"], soft["state"]) == ("soft", 5, 3, "finished")
    assert kept["folder"] == f"results/tiny/{kept['hash']}"
    assert sum(kept["result"]["endings"].values()) == 12
    shown = tiny("runs").out
    assert "finished" in shown
    assert "checksum" not in shown


def test_verify_prints_the_same_checksum_for_the_same_request(tiny, run, chunked):
    run("--out", "one")
    run("--out", "other", "--batch", 2)
    (one,), (other,) = (tiny("runs", "--out", out, "--verify", "--json").told for out in ("one", "other"))
    assert one["checksum"] == other["checksum"] == one["result"]["checksum"]
    assert one["checksum"][:16] in tiny("runs", "--out", "one", "--verify").out


def test_verify_finds_a_file_that_was_cut_short(tiny, run, chunked, tmp_path):
    run()
    part = shards_in(the_run(tmp_path))[1]
    part.write_bytes(part.read_bytes()[:-9])
    assert "finished" in tiny("runs").out
    called = tiny("runs", "--verify", "--json")
    (found,) = json.loads(called.out)
    assert (called.code, found["state"], found["worlds_there"]) == (2, "damaged", 7)
    assert found["why"] == "5 worlds are missing or damaged; sim resume plays them again"
    assert tiny("resume", "results").code == 0
    (found,) = tiny("runs", "--verify", "--json").told
    assert (found["state"], found["checksum"]) == ("finished", found["result"]["checksum"])


def test_prune_removes_what_was_left_unfinished_and_nothing_else(tiny, run, chunked, tmp_path):
    run("--seed", 1)
    begun = the_run(tmp_path)
    begin(begun)
    tiny("run", "soft.yaml")
    kept = files_in(tmp_path / "results" / "soft")
    called = tiny("runs", "--prune", "--json")
    assert called.err == f"Removed {begun.relative_to(tmp_path)}: 10 worlds of an unfinished run\n"
    assert [one["scenario"] for one in called.told] == ["soft"]
    assert not begun.exists()
    assert files_in(tmp_path / "results" / "soft") == kept


def test_what_cannot_be_removed_is_told(tiny, run, chunked, tmp_path, monkeypatch):
    def refuse(folder):
        raise PermissionError(13, "Permission denied", str(folder))

    run()
    begin(the_run(tmp_path))
    monkeypatch.setattr(listing.shutil, "rmtree", refuse)
    called = tiny("runs", "--prune")
    assert (called.code, called.out) == (2, "")
    folder = the_run(tmp_path).relative_to(tmp_path)
    assert called.err == f"cannot remove this: Permission denied ({folder})\n"


def test_a_manifest_that_cannot_be_read_hides_no_other_run(tiny, run, tmp_path):
    run()
    copy = tmp_path / "results" / "tiny" / "copy"
    shutil.copytree(the_run(tmp_path), copy)
    (copy / "manifest.json").write_text("{")
    states = [one["state"] for one in tiny("runs", "--json").told]
    assert sorted(states) == ["finished", "unreadable"]
    assert "no run can be read here" in tiny("runs").out
