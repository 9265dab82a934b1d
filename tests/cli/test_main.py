"""What all commands have: help, and messages for what is wrong."""

from pathlib import Path

import pytest
from calling import AUGUST, LINE

from sim import api


def test_version(cli):
    assert cli("--version").out == f"sim {api.__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], []])
def test_help_names_every_command(cli, arguments):
    called = cli(*arguments)
    for command in ("check", "run", "watch", "compare", "tip", "diff", "plot", "runs", "resume", "schema"):
        assert f"  {command}" in called.out + called.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("check nowhere.yaml", "unknown file or scenario 'nowhere.yaml'"),
        ("check 2025-08-12", "did you mean '2025-08-21'?"),
        ("watch nowhere", "unknown file or scenario"),
        ("run nowhere", "unknown file or scenario"),
        ("run 2025-08-21 --worlds 0", "worlds is 0, expected a whole number of 1 or more"),
        ("run 2025-08-21 --worlds 2 --seed -1", "seed is -1, expected a whole number of 0 or more"),
        ("run 2025-08-21 --worlds 2 --batch 0", "batch is 0, expected a whole number of 1 or more"),
        ("run 2025-08-21 --worlds many", "--worlds"),
        ("run 2025-08-21 --workers 0", "workers is 0, expected a whole number of 1 or more"),
        ("run 2025-08-21 --workers 100000", "workers is 100000, expected a whole number of 4096 or less"),
        ("run 2025-08-21 --workers 2.5", "--workers"),
        ("run .", "unknown file or scenario '.'"),
        ("run 2025-08-21 --quite", "No such option: --quite"),
        ("compare 2025-08-21", "B..."),
        ("compare 2025-08-21 nowhere", "unknown file or scenario 'nowhere'"),
        ("compare 2025-08-21 2025-08-21 --worlds -5", "worlds is -5, expected a whole number of 1 or more"),
        ("compare 2025-08-21 .", "no run is here (.)"),
        ("tip 2025-08-21", "PATH"),
        ("tip 2025-08-21 parties.uk.no_deal.value", "--target"),
        ("tip nowhere parties.uk.no_deal.value --target agreed>=0.5", "unknown file or scenario 'nowhere'"),
        ("diff 2025-08-21", "B"),
        ("diff 2025-08-21 nowhere", "unknown file or scenario 'nowhere'"),
        ("resume", "RUN"),
        ("resume nowhere", "no run is here (nowhere)"),
        ("resume . --workers 0", "workers is 0, expected"),
        ("runs results", "results"),
        ("runs --verify --prune", "--verify and --prune ask for different answers"),
        ("watch 2025-08-21 --world -1", "world is -1, expected a whole number of 0 or more"),
        ("watch 2025-08-21 --seed -1", "seed is -1, expected"),
        (f"watch 2025-08-21 --world {2**70}", f"expected a whole number of {2**63 - 1} or less"),
        ("plot nowhere", "no run is here (nowhere)"),
        ("plot .", "no run is here (.)"),
        ("frobnicate", "frobnicate"),
        ("check", "CASE"),
    ],
)
def test_bad_input_is_told_and_nothing_is_written(cli, tmp_path, arguments, said):
    called = cli(*arguments.split())
    assert (called.code, called.out) == (2, "")
    assert said in called.err
    assert "Traceback" not in called.err
    assert list(tmp_path.iterdir()) == []


def test_all_wrong_numbers_are_told_at_once(cli):
    called = cli("run", "2025-08-21", "--worlds", 0, "--seed", -1, "--batch", 0, "--workers", 0)
    assert [line.split()[0] for line in called.err.splitlines()] == ["worlds", "seed", "batch", "workers"]


@pytest.mark.parametrize("command", ["check", "run", "watch"])
def test_every_problem_of_a_file_is_told_with_its_line(cli, tmp_path, command):
    text = AUGUST.read_text("utf-8")
    for right, wrong in [
        ("kind: quoted\n", "kind: shouted\n"),
        ("forbid: {russian_role: none}", "forbid: {russian_rule: none}"),
        ("firmness: [0.85, 1.0]", "firmness: [0.85, 1.2]"),
    ]:
        assert text.count(right) == 1
        text = text.replace(right, wrong)
    Path("bad.yaml").write_text(text, encoding="utf-8")
    called = cli(command, "bad.yaml")
    assert (called.code, called.out) == (2, "")
    lines = sorted(text[: text.index(wrong)].count("\n") + 1 for wrong in ("shouted", "russian_rule", "1.2]"))
    told = called.err.splitlines()
    assert [line.rpartition("(")[2] for line in told] == [f"bad.yaml, line {line})" for line in lines]
    assert [name for name in ("shouted", "russian_rule", "1.2") if name not in called.err] == []
    assert [path.name for path in tmp_path.iterdir()] == ["bad.yaml"]


@pytest.mark.parametrize("command", ["check", "run", "watch"])
def test_every_bad_change_is_told_and_nothing_is_written(cli, tmp_path, command):
    stopping = f"{LINE}.forbid.foreign_troops=[partial]"
    changes = ["parties.us.strategy=micr", "about", stopping, "a..b=1", "about=["]
    called = cli(command, "2025-08-21", *(word for change in changes for word in ("--set", change)))
    assert (called.code, called.out) == (2, "")
    told = sorted(called.err.splitlines(), key=lambda line: changes.index(line.partition("--set ")[2][:-1]))
    assert [line.partition(",")[0].partition(" (")[0] for line in told] == [
        "unknown strategy 'micr'",
        "no equals sign",
        "unknown option 'partial'",
        "empty key in the path",
        "not YAML: did not find expected node content",
    ]
    assert told[2] == (
        "unknown option 'partial', expected one of none, franco_british, multinational "
        f"@ {LINE}.forbid (--set {changes[2]})"
    )
    assert list(tmp_path.iterdir()) == []
