"""Who plays, how far it has come, and worlds that fail."""

import shlex
import sys

import pytest
from calling import QUANTITY, RUN, STRATEGY, begin, files_in, shards_in, the_run, without_manifest

from sim.negotiation.model import Negotiation
from sim.text import progress

NOWHERE = "tcp://127.0.0.1:1"


def test_processes_change_no_byte(run, chunked, tmp_path):
    one, two = run("--out", "one", "--json"), run("--out", "two", "--workers", 2, "--json")
    assert two.out == one.out
    kept = [without_manifest(files_in(tmp_path / out)) for out in ("one", "two")]
    assert kept[0] == kept[1]


def test_a_cluster_that_does_not_answer_is_told(run, tmp_path):
    called = run("--cluster", NOWHERE)
    assert (called.code, called.out) == (2, "")
    told = f"no Dask cluster with workers answers at '{NOWHERE}': [Errno 111] Connection refused\n"
    assert called.err == told
    assert files_in(tmp_path / "results") == {}


def test_without_dask_a_cluster_is_refused(run, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    called = run("--cluster", "local")
    assert (called.code, called.out) == (2, "")
    assert called.err == "a cluster needs Dask: install guarantee-sim[dask]\n"
    assert files_in(tmp_path / "results") == {}


def test_how_far_it_has_come_is_told_unless_quiet(run, chunked, monkeypatch):
    monkeypatch.setattr(progress, "SECONDS", 0)
    assert "Playing tiny: 10 of 12 worlds" in run("--out", "one").err
    quiet = run("--out", "other", "--quiet")
    assert quiet.code == 0
    assert "10 of 12" not in quiet.err
    assert "Stored in other/tiny/" in quiet.err


@pytest.fixture
def failing(monkeypatch):
    """Let this program fail in worlds 7 and 11."""
    play = Negotiation.play

    def fail(self):
        if {7, 11} & set(range(self.worlds.first, self.worlds.first + len(self.worlds))):
            raise ZeroDivisionError("division by zero")
        return play(self)

    with monkeypatch.context() as patch:
        patch.setattr(Negotiation, "play", fail)
        yield patch


def typed_again(cli, called):
    """Type the command that shows it again."""
    *_, last = called.err.splitlines()
    program, *arguments = shlex.split(last.removeprefix("The same again: "))
    assert program == "sim"
    return cli(*arguments)


def test_a_world_that_fails_is_named_and_takes_nothing_with_it(tiny, run, chunked, failing, tmp_path):
    called = run("--set", "scenario=Two words")
    assert (called.code, called.out) == (1, "")
    assert called.err.splitlines() == [
        "world 7 fails: ZeroDivisionError: division by zero",
        "world 11 fails: ZeroDivisionError: division by zero",
        "The same again: sim watch tiny.yaml --set 'scenario=Two words' --seed 3 --world 7",
    ]
    assert len(shards_in(the_run(tmp_path))) == 1
    with pytest.raises(ZeroDivisionError):
        typed_again(tiny, called)
    failing.undo()
    assert "Going on with" in run("--set", "scenario=Two words").err


def test_it_is_named_when_cases_are_compared(tiny, failing):
    called = tiny("compare", "soft.yaml", "tiny.yaml", "--seed", 2)
    assert called.code == 1
    assert called.err.splitlines()[-1] == "The same again: sim watch soft.yaml --seed 2 --world 7"


def test_under_a_latin_hypercube_the_number_of_worlds_belongs_to_it(tiny, run, failing):
    called = run("--set", "ensemble.design=latin_hypercube", "--worlds", 10)
    assert called.err.splitlines()[-1] == (
        "The same again: sim watch tiny.yaml --set ensemble.design=latin_hypercube "
        "--set ensemble.worlds=10 --seed 3 --world 7"
    )
    with pytest.raises(ZeroDivisionError):
        typed_again(tiny, called)


@pytest.mark.parametrize(
    "command", [("run", "swept.yaml"), (*RUN, "--set", f"sweep={{{QUANTITY}: [0.1, 0.9]}}")]
)
def test_of_a_sweep_the_point_is_named(tiny, monkeypatch, command):
    """The file alone would show the world without what was swept."""
    play = Negotiation.play

    def fail(self):
        if self.case.parties["b"].no_deal.value.bounds == (0.9, 0.9):
            raise ZeroDivisionError("division by zero")
        return play(self)

    monkeypatch.setattr(Negotiation, "play", fail)
    called = tiny(*command)
    assert called.code == 1
    assert called.err.splitlines()[-1].endswith(f"--set {QUANTITY}=0.9 --seed 3 --world 0")
    with pytest.raises(ZeroDivisionError):
        typed_again(tiny, called)


def test_code_that_fails_is_shown_failing_when_it_is_typed(tiny, example, tmp_path):
    with (tmp_path / f"{STRATEGY}.py").open("a") as file:
        file.write("\n    def hears_yes(self, rows, party, packages):\n        1 / 0\n")
    called = tiny("run", example, "--worlds", 5, "--seed", 2, "--allow-code")
    again = typed_again(tiny, called)
    assert (called.code, again.code) == (2, 2)
    assert "raises ZeroDivisionError" in again.err


def test_resume_asks_for_leave_as_run_does(tiny, example, chunked, tmp_path):
    small = ("run", example, "--worlds", 6, "--seed", 1, "--allow-code")
    assert tiny(*small).code == 0
    begin(the_run(tmp_path))
    refused = tiny("resume", "results")
    assert (refused.code, refused.out) == (2, "")
    assert "--allow-code" in refused.err
    assert tiny("resume", "results", "--allow-code").code == 0
