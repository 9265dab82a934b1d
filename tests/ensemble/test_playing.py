"""A request becomes a run: whoever plays it, however often it is interrupted, the files are the same."""

import json
import multiprocessing
import os
import random
import signal
import time
from concurrent.futures import CancelledError, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import failing
import pytest
from builders import a_scenario
from pandas.testing import assert_frame_equal

from sim.ensemble import alone, blame, chunks, dispatch, playing, shards, tasks
from sim.ensemble.alone import alone_in
from sim.ensemble.executors import Alone, given, workers
from sim.ensemble.manifest import MANIFEST
from sim.ensemble.playing import play_again, play_in_memory, play_into
from sim.ensemble.pool import Pool
from sim.ensemble.program import Program
from sim.ensemble.reading import WORLDS, read
from sim.ensemble.request import Request
from sim.ensemble.runner import play_and_diagnose
from sim.errors import RunError, WorldError

CASE = a_scenario(
    {"troops": "none some"},
    {
        "a": {
            "red_lines": {"no-troops": {"forbid": {"troops": "some"}, "firmness": 0.6}},
            "preferences": {"weights": {"troops": 1}, "scores": {"troops": {"none": 1, "some": [0, 1]}}},
            "no_deal": {"value": [0.2, 0.8]},
        },
        "b": {
            "preferences": {"weights": {"troops": 1}, "scores": {"troops": {"none": [0, 0.6], "some": 1}}},
            "no_deal": {"value": [0.1, 0.9]},
        },
    },
    negotiation={"rounds": 5},
    ensemble={"worlds": 95, "seed": 3},
).but(name="tiny")
REQUEST = Request(CASE, "0.0")
CHUNK = 10


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch):
    monkeypatch.setattr(chunks, "MOST", CHUNK)
    monkeypatch.setattr(chunks, "LEAST", CHUNK)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "tiny" / REQUEST.hash


@pytest.fixture(scope="module")
def ready():
    """Processes forked from a server that is ready to play, so that each begins at once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(Path(failing.__file__).parent))  # the server looks nowhere else
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["warm"])
        context.Process(target=int).start()
        yield context


def two(context):
    """Return as who plays two processes that begin at once."""

    @contextmanager
    def pool():
        with ProcessPoolExecutor(2, mp_context=context) as executor:
            yield Pool(executor, 2)

    return pool


def files_in(folder):
    return {path.name: path.read_bytes() for path in (folder / WORLDS).iterdir()}


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    """The files of worlds of a run that nothing happened to."""
    place = tmp_path_factory.mktemp("expected")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chunks, "MOST", CHUNK)
        patch.setattr(chunks, "LEAST", CHUNK)
        play_into(place, REQUEST, workers())
    return files_in(place)


def manifest_of(folder):
    return json.loads((folder / MANIFEST).read_text("utf-8"))


def refusal(verb, *given_, error=RunError):
    with pytest.raises(error) as caught:
        verb(*given_)
    return str(caught.value)


@pytest.mark.parametrize("batch", [1, 7, 1000])
def test_batches_change_no_byte(folder, expected, batch):
    play_into(folder, REQUEST, workers(), batch)
    assert files_in(folder) == expected
    assert len(expected) == 10


@pytest.mark.parametrize("who", [workers(2), workers(2, cluster="local")], ids=["processes", "dask"])
def test_neither_do_workers(folder, expected, who):
    run = play_into(folder, REQUEST, who, batch=3)
    assert files_in(folder) == expected
    assert run.table["world"].tolist() == list(range(95))


def test_an_executor_of_somebody_else_plays_too(folder, expected):
    with workers()() as pool:
        play_into(folder, REQUEST, given(pool.executor, 3))
    assert files_in(folder) == expected


def test_a_worker_that_sees_another_folder_returns_the_worlds(folder, expected, monkeypatch):
    monkeypatch.setattr(tasks.Shelf, "is_here", lambda self: False)
    play_into(folder, REQUEST, workers())
    assert files_in(folder) == expected


def test_in_memory_it_is_the_same_run(folder):
    kept, light = play_into(folder, REQUEST, workers()), play_in_memory(REQUEST, workers(), batch=7)
    assert_frame_equal(kept.table, light.table)
    assert (kept.hash, kept.worlds, kept.seed) == (light.hash, light.worlds, light.seed)
    assert (kept.folder, light.folder) == (folder, None)


def test_the_manifest_tells_what_was_played_and_what_came_of_it(folder):
    run = play_into(folder, REQUEST, workers())
    told = manifest_of(folder)
    assert (told["name"], told["worlds"], told["seed"], told["version"]) == ("tiny", 95, 3, "0.0")
    assert told["scenario_sha256"] == CASE.hash
    assert set(told["dependencies"]) >= {"numpy", "numba", "mesa", "pyarrow", "scipy"}
    assert told["result"]["shards"] == 10
    assert told["result"]["bytes"] == sum(map(len, files_in(folder).values()))
    counts = run.table["ending"].value_counts()
    assert told["result"]["endings"] == {name: int(counts[name]) for name in sorted(counts.index[counts > 0])}


def test_progress_is_told_of_every_world_once(folder):
    heard = []
    play_into(folder, REQUEST, workers(), progress=heard.append)
    assert heard == [10] * 9 + [5]
    next((folder / WORLDS).glob("part-000009.*")).unlink()
    heard.clear()
    play_into(folder, REQUEST, workers(), progress=heard.append)
    assert heard == [90, 5]


def truncated(path):
    path.write_bytes(path.read_bytes()[:-20])


def flipped(path):
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def emptied(path):
    path.write_bytes(b"")


def exchanged(path):
    path.rename(path.with_name(path.name.replace("000004", "000005")))


@pytest.mark.parametrize("damage", [truncated, flipped, emptied, exchanged, os.remove])
@pytest.mark.parametrize("finished", [True, False])
def test_what_is_missing_or_damaged_is_played_again_and_nothing_else(
    folder, expected, monkeypatch, damage, finished
):
    play_into(folder, REQUEST, workers())
    if not finished:
        manifest = folder / MANIFEST
        manifest.write_text(json.dumps(manifest_of(folder) | {"finished": False, "result": None}))
    damage(next((folder / WORLDS).glob("part-000004.*")))
    played = []
    monkeypatch.setattr(dispatch, "do", lambda task: played.append(task.chunk.index) or tasks.do(task))
    play_into(folder, REQUEST, workers())
    assert played == [4]
    assert files_in(folder) == expected


def test_damage_is_found_when_a_run_is_opened(folder):
    play_into(folder, REQUEST, workers())
    flipped(next((folder / WORLDS).glob("part-000004.*")))
    assert "this run is damaged: 85 of 95 worlds are there; sim resume" in refusal(read, folder)


def test_a_finished_run_is_not_played_again(folder, monkeypatch):
    play_into(folder, REQUEST, workers())
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*.parquet")}
    told = manifest_of(folder)
    monkeypatch.setattr(dispatch, "do", None)
    play_into(folder, REQUEST, workers())
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*.parquet")} == before
    assert manifest_of(folder) == told


def test_left_overs_of_a_killed_process_go(folder, expected):
    play_into(folder, REQUEST, workers())
    next((folder / WORLDS).glob("part-000003.*")).unlink()
    for place in (folder, folder / WORLDS):
        (place / ".unfinished-abc").write_text("half")
    play_into(folder, REQUEST, workers())
    assert files_in(folder) == expected
    assert not list(folder.glob(".unfinished*"))


def test_ctrl_c_finishes_what_is_in_hand_and_the_same_call_goes_on(folder, expected):
    def interrupt(worlds):
        os.kill(os.getpid(), signal.SIGINT)

    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        play_into(folder, REQUEST, workers(), progress=interrupt)
    assert signal.getsignal(signal.SIGINT) is before
    assert files_in(folder).keys() < expected.keys()
    assert [shards.index_of(path) for path in (folder / WORLDS).iterdir()] == [0]
    assert not manifest_of(folder)["finished"]
    assert "not finished: 10 of 95 worlds are there; sim resume" in refusal(read, folder)
    play_into(folder, REQUEST, workers())
    assert files_in(folder) == expected


def test_a_second_ctrl_c_does_not_wait(folder):
    def twice(worlds):
        os.kill(os.getpid(), signal.SIGINT)
        os.kill(os.getpid(), signal.SIGINT)
        pytest.fail("went on")

    with pytest.raises(KeyboardInterrupt):
        play_into(folder, REQUEST, workers(), progress=twice)


def test_twenty_times_killed_at_a_random_moment_and_resumed(tmp_path, expected, ready):
    moments = random.Random(1)  # noqa: S311
    left = []
    for attempt in range(20):
        folder = tmp_path / str(attempt)
        child = ready.Process(target=failing.play_for_ever, args=(str(folder), CASE, CHUNK))
        child.start()
        _wait_for(folder / WORLDS)
        time.sleep(moments.uniform(0, 0.3))
        child.kill()
        child.join()
        left.append(len(shards.whole(folder / WORLDS)))
        play_into(folder, REQUEST, workers())
        assert files_in(folder) == expected
    assert min(left) < 10
    assert max(left) > 0


def _wait_for(path):
    deadline = time.monotonic() + 60
    while not path.exists():
        assert time.monotonic() < deadline, "the child did not begin"
        time.sleep(0.002)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (replace(REQUEST, version="0.1"), "begun by version 0.0, and this is 0.1"),
        (replace(REQUEST, case=CASE.but(title="Else")), "begun with another scenario than tiny is now"),
        (replace(REQUEST, code={"mine": "ab"}), "begun with other code in mine"),
    ],
)
def test_something_else_does_not_go_on_with_it(folder, changed, said):
    play_into(folder, REQUEST, workers())
    before = files_in(folder)
    message = refusal(play_into, folder, changed, workers())
    assert said in message
    assert "cannot be gone on with" in message
    assert files_in(folder) == before


def test_another_program_does_not_go_on_with_it_and_may_open_it(folder):
    play_into(folder, REQUEST, workers())
    told = manifest_of(folder)
    told["dependencies"] |= {"numpy": "1.0", "numba": "0.1"}
    told["source"] = "abc"
    (folder / MANIFEST).write_text(json.dumps(told))
    assert play_into(folder, REQUEST, workers()).worlds == 95
    next((folder / WORLDS).glob("part-000003.*")).unlink()
    message = refusal(play_into, folder, REQUEST, workers())
    assert "begun with numpy 1.0, and here is" in message
    assert "begun with numba 0.1, and here is" in message
    assert "begun with another state of this program's source" in message


def test_a_worker_that_is_another_program_refuses(folder, monkeypatch):
    other = Program({"numpy": "1.0"}, "abc")
    monkeypatch.setattr(playing, "Task", lambda *given: tasks.Task(*given, program=other))
    message = refusal(play_into, folder, REQUEST, workers())
    assert "a worker was to play with numpy 1.0, and here is" in message
    assert "a worker was to play with another state of this program's source" in message
    assert not folder.exists()


def test_a_finished_run_is_opened_while_others_look_at_it(folder):
    play_into(folder, REQUEST, workers())
    with alone_in(folder):
        assert play_into(folder, REQUEST, workers()).worlds == 95


def test_worlds_that_are_not_those_it_was_finished_with_are_damage(folder):
    play_into(folder, REQUEST, workers())
    told = manifest_of(folder)
    told["result"]["checksum"] = "0" * 64
    (folder / MANIFEST).write_text(json.dumps(told))
    assert "not those that it was finished with; remove it and play it anew" in refusal(read, folder)
    assert "its outcomes differ from before" in refusal(play_into, folder, REQUEST, workers())


def test_two_processes_do_not_play_the_same(folder, expected, monkeypatch):
    monkeypatch.setattr(alone, "PATIENCE", 0.1)
    folder.mkdir(parents=True)
    with alone_in(folder):
        message = refusal(play_into, folder, REQUEST, workers())
    assert "another process is playing this run just now" in message
    play_into(folder, REQUEST, workers())
    assert files_in(folder) == expected


def test_a_full_disk_keeps_what_was_there_before(folder, expected, monkeypatch):
    keep = shards.keep

    def until_full(data, place, index):
        if index == 3:
            raise OSError(28, "No space left on device")
        keep(data, place, index)

    monkeypatch.setattr(shards, "keep", until_full)
    assert "cannot keep these worlds: No space left on device" in refusal(
        play_into, folder, REQUEST, workers()
    )
    assert sorted(map(shards.index_of, (folder / WORLDS).iterdir())) == [0, 1, 2]
    monkeypatch.setattr(shards, "keep", keep)
    play_into(folder, REQUEST, workers())
    assert files_in(folder) == expected


def test_a_place_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("kept")
    assert "cannot write here" in refusal(play_into, tmp_path / "file" / "run", REQUEST, workers())


def fails_in(*worlds):
    def play(case, count, seed, batch=None, progress=None, *, first=0):
        if any(first <= world < first + count for world in worlds):
            raise ZeroDivisionError("division by zero")
        return play_and_diagnose(case, count, seed, batch, progress, first=first)

    return play


def test_a_world_that_fails_is_named_and_takes_nothing_with_it(folder, expected, monkeypatch):
    with monkeypatch.context() as patch:
        for module in (tasks, blame):
            patch.setattr(module, "play_and_diagnose", fails_in(17, 18, 52))
        with pytest.raises(WorldError) as caught:
            play_into(folder, REQUEST, workers())
    assert caught.value.world == 17
    assert str(caught.value).splitlines() == [
        "world 17 fails: ZeroDivisionError: division by zero",
        "world 52 fails: ZeroDivisionError: division by zero",
    ]
    assert set(map(shards.index_of, (folder / WORLDS).iterdir())) == set(range(10)) - {1, 5}
    play_into(folder, REQUEST, workers())
    assert files_in(folder) == expected


def test_when_everything_fails_not_everything_is_tried(folder, monkeypatch):
    monkeypatch.setattr(dispatch, "MOST_FAILURES", 3)
    for module in (tasks, blame):
        monkeypatch.setattr(module, "play_and_diagnose", fails_in(*range(95)))
    message = refusal(play_into, folder, REQUEST, workers(), error=WorldError)
    assert message.splitlines()[2:] == [
        "world 20 fails: ZeroDivisionError: division by zero",
        "7 other parts of the run were not tried",
    ]
    assert not folder.exists()


def test_a_folder_that_was_there_before_is_not_tidied_up(folder, monkeypatch):
    play_into(folder, REQUEST, workers())
    for path in (folder / WORLDS).iterdir():
        truncated(path)
    for module in (tasks, blame):
        monkeypatch.setattr(module, "play_and_diagnose", fails_in(*range(95)))
    refusal(play_into, folder, REQUEST, workers(), error=WorldError)
    assert manifest_of(folder)["finished"]


def test_played_again_it_is_compared(folder, monkeypatch):
    play_into(folder, REQUEST, workers())
    play_again(folder, REQUEST, workers(), batch=4)
    name = shards.name_of
    monkeypatch.setattr(shards, "name_of", lambda index, data: name(index, data + b"x" * (index in {2, 7})))
    monkeypatch.setattr(playing.shards, "whole", shards.listed)
    message = refusal(play_again, folder, REQUEST, workers())
    assert "outcomes differ from those kept, in worlds 20 to 29, 70 to 79" in message


def test_a_worker_that_dies_is_replaced(folder, expected, monkeypatch, ready):
    monkeypatch.setattr(dispatch, "do", failing.dying)
    play_into(folder, REQUEST, two(ready))
    kept = {name: data for name, data in files_in(folder).items() if not name.startswith("tried")}
    assert kept == expected
    assert (folder / WORLDS / "tried-1").read_text() == "xxx"


def test_worlds_that_kill_every_worker_are_named_and_take_nothing_with_them(folder, monkeypatch, ready):
    monkeypatch.setattr(dispatch, "do", failing.deadly)
    message = refusal(play_into, folder, REQUEST, two(ready), error=WorldError)
    assert message == "3 workers died over worlds 10 to 19"
    assert set(map(shards.index_of, (folder / WORLDS).iterdir())) == set(range(10)) - {1}


def test_when_no_worker_plays_anything_that_is_told_soon(folder, monkeypatch, ready):
    monkeypatch.setattr(dispatch, "do", failing.always_deadly)
    message = refusal(play_into, folder, REQUEST, two(ready), error=WorldError)
    assert message.startswith("no worker has played anything: each died. Is there too little memory")
    assert not folder.exists()


def test_an_executor_of_somebody_else_that_breaks_is_told(folder, monkeypatch, ready):
    monkeypatch.setattr(dispatch, "do", failing.always_deadly)
    with ProcessPoolExecutor(1, mp_context=ready) as executor:
        message = refusal(play_into, folder, REQUEST, given(executor, 1), error=WorldError)
    assert message == "the executor broke down; it was not ours to replace"


def test_a_worker_of_a_cluster_that_dies_over_one_task_takes_no_other_with_it(folder, monkeypatch):
    class KilledError(Exception):
        pass

    @contextmanager
    def pool():
        yield Pool(Alone(), 2, deaths=(KilledError,))

    def killed_over_one(task):
        if task.chunk.index == 4:
            raise KilledError
        return tasks.do(task)

    monkeypatch.setattr(dispatch, "do", killed_over_one)
    message = refusal(play_into, folder, REQUEST, pool, error=WorldError)
    assert message == "3 workers died over worlds 40 to 49"
    assert set(map(shards.index_of, (folder / WORLDS).iterdir())) == set(range(10)) - {4}


def test_a_cluster_that_goes_is_told(folder, monkeypatch):
    def gone(task):
        raise CancelledError

    monkeypatch.setattr(dispatch, "do", gone)
    assert refusal(play_into, folder, REQUEST, workers(), error=WorldError) == "the cluster is gone"
