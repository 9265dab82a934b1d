"""Runs that are kept, from Python: played into a folder, opened and asked."""

import inspect
from concurrent.futures import Executor, Future

import numpy as np
import pytest
from calling import CHUNK, QUANTITY, TINY, TINY_LINE, begin, edit, shards_in, the_run
from pandas.testing import assert_frame_equal

import sim
from sim import api
from sim.ensemble import chunks, dispatch, tasks
from sim.ensemble.run import Run


@pytest.fixture(autouse=True)
def chunked(monkeypatch):
    monkeypatch.setattr(chunks, "MOST", CHUNK)
    monkeypatch.setattr(chunks, "LEAST", CHUNK)


@pytest.fixture
def tiny(tmp_path):
    (tmp_path / "tiny.yaml").write_text(TINY, encoding="utf-8")
    return sim.load(tmp_path / "tiny.yaml")


@pytest.fixture
def played(monkeypatch):
    """List the chunks that are played."""
    indices = []
    monkeypatch.setattr(dispatch, "do", lambda task: indices.append(task.chunk.index) or tasks.do(task))
    return indices


def test_a_run_is_kept_under_its_name_and_is_that_in_memory(tiny, tmp_path):
    kept, light = sim.run(tiny, out=tmp_path), sim.run(tiny)
    assert isinstance(kept, sim.Run)
    assert kept.folder == tmp_path / "tiny" / kept.hash == the_run(tmp_path)
    assert (light.folder, light.hash) == (None, kept.hash)
    assert_frame_equal(kept.table, light.table)
    assert len(shards_in(kept.folder)) == 3


def test_a_run_that_is_kept_is_not_played_again(tiny, tmp_path, played):
    first = sim.run(tiny, out=str(tmp_path))
    assert played == [0, 1, 2]
    played.clear()
    assert_frame_equal(sim.run(tiny, out=tmp_path).table, first.table)
    assert played == []


def test_a_run_that_was_left_unfinished_is_gone_on_with(tiny, tmp_path, played):
    first = sim.run(tiny, out=tmp_path)
    before = first.table
    begin(first.folder)
    played.clear()
    heard = []
    assert_frame_equal(sim.run(tiny, out=tmp_path, progress=heard.append).table, before)
    assert played == [2]
    assert heard == [10, 2]


def test_it_is_opened_only_when_it_is_finished(tiny, tmp_path):
    begin(sim.run(tiny, out=tmp_path).folder)
    with pytest.raises(sim.RunError, match="not finished: 10 of 12 worlds are there; sim resume plays"):
        sim.open(tmp_path)


def test_open_reads_no_worlds_until_it_is_asked(tiny, tmp_path, monkeypatch):
    sim.run(tiny, out=tmp_path)
    read = []
    frame = Run.frame
    monkeypatch.setattr(
        Run, "frame", lambda self, columns: read.append(list(columns)) or frame(self, columns)
    )
    run = sim.open(tmp_path)
    assert (run.worlds, run.seed, run.case.name, read) == (12, 3, "tiny", [])
    run.summary()
    assert read
    assert "utility_a" not in run.frame(["ending"])
    assert all(len(columns) < len(run.dataset.schema.names) for columns in read)


def test_frame_reads_the_columns_asked_for(tiny, tmp_path):
    run = sim.run(tiny, out=tmp_path)
    frame = run.frame(["round", "ending"])
    assert list(frame) == ["round", "ending"]
    assert_frame_equal(frame, run.table[["round", "ending"]])
    with pytest.raises(sim.InputError, match="unknown column 'endng', did you mean 'ending'"):
        run.frame(["endng"])


def test_ended_reads_the_worlds_that_ended_so(tiny, tmp_path):
    run = sim.run(tiny, worlds=40, out=tmp_path)
    agreed = run.ended("AGREED", ["world", "package"])
    assert 0 < len(agreed) < 40
    assert agreed["world"].tolist() == run.table.query("ending == 'AGREED'")["world"].tolist()
    assert (agreed["package"] >= 0).all()
    assert (run.ended("NO_ZOPA", ["package"])["package"] == -1).all()
    with pytest.raises(sim.InputError, match="unknown ending 'agreed'"):
        run.ended("agreed", ["world"])


def test_draws_are_had_again(tiny, tmp_path):
    sim.run(tiny, worlds=40, out=tmp_path)
    run = sim.open(tmp_path)
    everything = run.draws()
    assert list(everything) == [
        "world",
        f"{TINY_LINE}.held",
        "parties.a.preferences.scores.troops.some",
        "parties.a.no_deal.value",
        "parties.b.preferences.scores.troops.none",
        QUANTITY,
    ]
    assert everything["world"].tolist() == list(range(40))
    assert everything[QUANTITY].between(0.1, 0.7).all()
    some = run.draws([QUANTITY])
    assert_frame_equal(some, everything[["world", QUANTITY]])
    assert_frame_equal(sim.run(tiny, worlds=9).draws([QUANTITY]), some.head(9))
    assert not np.array_equal(sim.run(tiny, seed=4).draws([QUANTITY])[QUANTITY], some[QUANTITY].head(12))


def test_draws_explain_what_was_kept(tiny):
    run = sim.run(tiny, worlds=40)
    held = run.draws([f"{TINY_LINE}.held"])[f"{TINY_LINE}.held"].to_numpy()
    packages = run.table["package"].to_numpy()
    some = np.isin(
        packages, [index for index in range(4) if run.case.space.package(index)["troops"] == "some"]
    )
    assert some.any()
    assert held.any()
    assert not (some & held).any()


def test_draws_of_what_is_not_drawn(tiny):
    with pytest.raises(sim.InputError, match=f"did you mean '{QUANTITY}'"):
        sim.run(tiny).draws(["parties.b.no_deal.valu"])


@pytest.mark.parametrize(
    ("workers", "expected"),
    [(0, "1 or more"), (-2, "1 or more"), (1.5, "1 or more"), ("two", "1 or more"), (4097, "4096 or less")],
)
def test_the_number_of_workers_makes_sense(tiny, tmp_path, workers, expected):
    with pytest.raises(sim.InputError, match=f"workers is .*, expected a whole number of {expected}"):
        sim.run(tiny, workers=workers, out=tmp_path / "out")
    assert not (tmp_path / "out").exists()


class Noted(Executor):
    """Somebody's own executor."""

    def __init__(self):
        self.tasks = []

    def submit(self, fn, /, *args, **kwargs):
        self.tasks.append(args)
        future = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def test_any_executor_plays(tiny, tmp_path):
    noted = Noted()
    run = sim.run(tiny, executor=noted, workers=2, out=tmp_path)
    assert len(noted.tasks) == 3
    assert_frame_equal(run.table, sim.run(tiny).table)


def test_a_run_of_another_version_is_opened_but_not_gone_on_with(tiny, tmp_path, monkeypatch):
    run = sim.run(tiny, out=tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(api, "__version__", "99.0")
        assert sim.open(tmp_path).version == run.version
        assert sim.run(tiny, out=tmp_path).folder != run.folder
    edit(run.folder, version="98.0")
    with pytest.raises(sim.RunError, match="does not describe what was played"):
        sim.open(run.folder)


def test_what_run_takes_is_documented():
    for name in inspect.signature(sim.run).parameters:
        assert name in sim.run.__doc__
