"""Strategies that are Python code: with leave alone, and told of where they fail."""

import json

import pytest
from calling import AUGUST, EXAMPLE, STRATEGY, files_in, the_run

from sim import api

PAGE = EXAMPLE.parent / "write-a-strategy.md"


@pytest.mark.parametrize("command", ["run", "watch"])
def test_python_code_needs_leave(cli, tmp_path, example, command):
    (tmp_path / f"{STRATEGY}.py").write_text("raise SystemExit('it ran')")
    before = files_in(tmp_path)
    called = cli(command, example)
    assert (called.code, called.out) == (2, "")
    shown = PAGE.read_text("utf-8").replace(f"docs/examples/{example}", example)
    assert len(called.err.splitlines()) == 2
    assert called.err in shown
    assert files_in(tmp_path) == before


@pytest.mark.parametrize("leave", [(), ("--allow-code",)])
def test_check_runs_no_code(cli, tmp_path, example, leave):
    (tmp_path / f"{STRATEGY}.py").write_text("raise SystemExit('it ran')")
    assert cli("check", example, "--json", *leave).told["compatible"]["count"] == 8


def test_with_leave_it_is_played_and_kept_with_its_code(cli, sketched, tmp_path, example):
    small = ("run", example, "--worlds", "4", "--seed", "1", "--allow-code", "--json")
    first = cli(*small).told
    assert "This run is finished" in cli(*small).err
    manifest = json.loads((the_run(tmp_path) / "manifest.json").read_text("utf-8"))
    assert list(manifest["code"]) == [STRATEGY]
    assert api.open(the_run(tmp_path)).hash == first["hash"]
    with (tmp_path / f"{STRATEGY}.py").open("a") as file:
        file.write("# another source\n")
    assert cli(*small).told["hash"] != first["hash"]
    watched = cli("watch", example, "--seed", "1", "--world", "3", "--allow-code", "--json").told
    assert watched["ending"] == api.open(tmp_path / "results" / "split-the-difference" / first["hash"]).table[
        "ending"
    ].iloc[3]  # fmt: skip


def test_what_code_raises_is_told_with_its_line_and_how_to_see_it_again(cli, sketched, tmp_path, example):
    with (tmp_path / f"{STRATEGY}.py").open("a") as file:
        file.write("\n    def hears_yes(self, rows, party, packages):\n        1 / 0\n")
    command = ("run", example, "--worlds", "12", "--allow-code")
    called = cli(*command)
    assert (called.code, called.out) == (2, "")
    problem, again = called.err.splitlines()
    assert "raises ZeroDivisionError: division by zero, in `hears_yes`, in round 1" in problem
    assert f"@ parties.russia.strategy ({STRATEGY}.py, line 47)" in problem
    seed = api.load(example).ensemble.seed
    assert problem.startswith("world 0: ")
    assert again == f"The same again: sim watch {example} --allow-code --seed {seed} --world 0"
    assert files_in(tmp_path / "results") == {}


def test_what_code_prints_does_not_get_into_json(cli, tmp_path):
    (tmp_path / "loud.py").write_text(
        "import sim\n\nclass Loud(sim.Demanding):\n    def demands(self, rows):\n"
        "        print('here I am')\n        return self.seat.highest[rows]\n"
    )
    strategy = "{python: 'loud:Loud', name: null, considerate: null}"
    told = f"extends: {AUGUST}\nparties: {{us: {{strategy: {strategy}}}}}\n"
    (tmp_path / "loud.yaml").write_text(told)
    called = cli("watch", "loud.yaml", "--allow-code", "--json")
    assert called.told["world"] == 0
    assert "here I am" in called.err


def test_every_problem_of_the_code_is_told_with_its_place(cli, tmp_path, example):
    changes = ("parties.russia.strategy.share=2", "parties.ukraine.strategy.python=nowhere:A")
    called = cli("watch", example, "--allow-code", *(word for one in changes for word in ("--set", one)))
    assert (called.code, called.out) == (2, "")
    assert called.err.splitlines() == [
        "expected a number of 1 or less, found 2 @ parties.russia.strategy.share (--set " + changes[0] + ")",
        "no module 'nowhere' beside the scenario or on Python's path @ parties.ukraine.strategy "
        f"({example}, line 5)",
    ]
