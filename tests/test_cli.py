"""The command line, as people and programs use it."""

import csv
import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from builders import a_scenario

from sim import api
from sim.cli import main
from sim.ensemble import runner, shards
from sim.language import bundled, dump
from sim.negotiation.model import Negotiation
from sim.negotiation.protocols import PROTOCOLS
from sim.negotiation.strategies import STRATEGIES
from sim.plots import PICTURES, album

AUGUST = bundled()["2025-08-21"]
SMALL = ("run", "2025-08-21", "--worlds", "12", "--seed", "1")
ISSUES = {"nato_membership", "foreign_troops", "us_role", "ukrainian_army", "commitment", "russian_role"}


@dataclass
class Called:
    code: int
    out: str
    err: str

    @property
    def told(self):
        assert self.code == 0, self.err
        return json.loads(self.out)


@pytest.fixture
def cli(tmp_path, monkeypatch, capsys):
    """Call the command line in an empty folder, as the installed command does."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments):
        monkeypatch.setattr(sys, "argv", ["sim", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        return Called(left.value.code or 0, *capsys.readouterr())

    return call


@pytest.fixture
def sketched(monkeypatch):
    """Put empty files for pictures, which take seconds to draw."""
    drawn = []

    def draw_all(tables, folder, progress=None):
        folder.mkdir(parents=True, exist_ok=True)
        files = [folder / f"{name}.{kind}" for name in PICTURES for kind in ("png", "svg")]
        for file in files:
            file.touch()
        drawn.append(folder)
        return files

    monkeypatch.setattr(album, "draw_all", draw_all)
    return drawn


def interrupted(*_, **__):
    raise KeyboardInterrupt


def files_in(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def without_manifest(files):
    """Leave out what tells how long it took."""
    return {name: data for name, data in files.items() if not name.endswith("manifest.json")}


def the_run(out):
    (manifest,) = out.rglob("manifest.json")
    return manifest.parent


# check


def test_check_tells_programs(cli):
    told = cli("check", "2025-08-21", "--json").told
    assert (told["packages_total"], told["packages_possible"]) == (324, 288)
    assert told["compatible"]["count"] == len(told["compatible"]["packages"]) == 8
    assert all(set(package) == ISSUES for package in told["compatible"]["packages"])
    assert {"package", "party", "ok", "crosses"} <= set(told["table"][0])
    assert [row["crosses"] for row in told["table"][:2]] == [["no-foreign-troops"], []]


def test_check_tells_people(cli):
    called = cli("check", "2025-08-21")
    assert called.code == 0
    assert "Russia stops it: no-foreign-troops." in called.out
    assert called.err == ""


def test_check_tells_programs_what_would_have_to_give(cli):
    told = cli("check", "2025-08-21", "--json").told
    assert told["conflicts"] == []
    assert {"drop": ["no-foreign-troops"], "opens": 16} in [
        {key: one[key] for key in ("drop", "opens")} for one in told["concessions"]
    ]
    assert [miss["line"] for miss in told["near_misses"]][-1] == "no-foreign-troops"
    chances = {one["package"]: one["p_acceptable"] for one in told["packages"]}
    assert chances["air-shield"] == 1
    assert chances["reassurance-force"] == pytest.approx(0.075)
    assert told["lines"]["no-foreign-troops"]["kind"] == "quoted"


def test_check_tells_the_story_of_one_package(cli):
    assert "With probability 7.5%" in cli("check", "2025-08-21", "--package", "reassurance-force").out
    told = cli("check", "2025-08-21", "--package", "reassurance-force", "--json").told
    assert (told["compatible"], told["blocks"]) == (False, ["no-foreign-troops"])


def test_check_knows_no_other_package(cli):
    called = cli("check", "2025-08-21", "--package", "air-shild")
    assert (called.code, called.out) == (2, "")
    assert "unknown package 'air-shild', did you mean 'air-shield'?" in called.err


def test_check_on_the_record_alone(cli):
    told = cli("check", "2025-08-21", "--only", "quoted, reported", "--json").told
    assert {line["kind"] for line in told["lines"].values()} == {"quoted", "reported"}
    assert told["title"].endswith("(only lines quoted or reported)")
    everything = cli("check", "2025-08-21", "--only", "quoted,reported,inferred,background", "--json").told
    del everything["title"]
    plainly = cli("check", "2025-08-21", "--json").told
    del plainly["title"]
    assert everything == plainly


def test_check_knows_no_other_kind(cli):
    called = cli("check", "2025-08-21", "--only", "quotd,said")
    assert called.code == 2
    assert [line.split(",")[0] for line in called.err.splitlines()] == [
        "unknown kind 'quotd'", "unknown kind 'said'"
    ]  # fmt: skip


def test_check_as_csv(cli):
    rows = list(csv.DictReader(cli("check", "2025-08-21", "--csv").out.splitlines()))
    assert len(rows) == 6 * 6
    assert (rows[0]["package"], rows[0]["party"], rows[0]["crosses"]) == (
        "reassurance-force", "russia", "no-foreign-troops"
    )  # fmt: skip


def test_check_compares_two_cases(cli, tmp_path):
    (tmp_path / "soft.yaml").write_text(
        "extends: 2025-08-21\nparties: {russia: {red_lines: {no-foreign-troops: null}}}\n"
    )
    told = cli("check", "2025-08-21", "soft.yaml", "--json").told
    assert told["compatible"] == {"a": 8, "b": 24}
    assert told["verdicts"]["reassurance-force"] == {"a": "no: no-foreign-troops", "b": "yes"}
    assert len(told["gained"]) == 16
    assert "Compatible packages: 8 -> 24" in cli("check", "2025-08-21", "soft.yaml").out


def test_check_gives_one_answer_at_a_time(cli):
    called = cli("check", "2025-08-21", "--package", "air-shield", "--csv")
    assert (called.code, called.out) == (2, "")
    assert "--package and --csv ask for different answers" in called.err


def test_check_draws_packages_and_red_lines(cli, tmp_path):
    assert cli("check", "2025-08-21", "--picture", "drawn").code == 0
    assert sorted(files_in(tmp_path / "drawn")) == ["crossed_lines.png", "crossed_lines.svg"]


# run


def test_run_stores_what_it_tells(cli, sketched, tmp_path):
    called = cli(*SMALL, "--json")
    assert (called.told["worlds"], called.told["seed"], called.told["scenario"]) == (12, 1, "2025-08-21")
    assert sum(row["count"] for row in called.told["endings"]) == 12
    folder = the_run(tmp_path)
    assert folder == tmp_path / "results" / "2025-08-21" / called.told["hash"]
    assert api.open(folder).summary().as_dict() == called.told
    assert sketched == [Path("results/2025-08-21", folder.name, "pictures")]


def test_run_tells_people(cli, sketched):
    called = cli(*SMALL)
    for heading in ("How it ends", "What is agreed", "Mean utility", "95% interval"):
        assert heading in called.out
    assert "12 worlds, seed 1" in called.out
    assert "Stored in results/2025-08-21/" in called.err


def test_run_again_finds_the_finished_run(cli, sketched, tmp_path, monkeypatch):
    first, before = cli(*SMALL, "--json"), files_in(tmp_path)
    monkeypatch.setattr(runner, "play", interrupted)  # nothing is played the second time
    second = cli(*SMALL, "--json")
    assert second.out == first.out
    assert "This run is finished" in second.err
    assert files_in(tmp_path) == before
    assert len(sketched) == 1


def test_another_seed_is_another_run(cli, sketched, tmp_path):
    cli(*SMALL)
    cli(*SMALL[:-1], "2")
    assert len(list(tmp_path.rglob("manifest.json"))) == 2


def test_run_again_compares(cli, sketched, tmp_path):
    first, before = cli(*SMALL, "--json"), files_in(tmp_path)
    again = cli(*SMALL, "--again", "--json")
    assert again.out == first.out
    assert "Played again: every world ended as in results" in again.err
    assert files_in(tmp_path) == before


def test_run_again_notices_a_difference_and_keeps_what_was(cli, sketched, tmp_path):
    cli(*SMALL)
    (file,) = (the_run(tmp_path) / "worlds").iterdir()
    table = shards.decode(file.read_bytes())
    file.unlink()
    shards.keep(
        shards.encode(table.drop_columns("round").append_column("round", table["package"])), file.parent, 0
    )
    before = files_in(tmp_path)
    again = cli(*SMALL, "--again")
    assert again.code == 2
    assert "outcomes differ from those kept, in worlds 0 to 11" in again.err
    assert files_in(tmp_path) == before


def test_the_batch_changes_no_byte(cli, sketched, tmp_path):
    whole = cli(*SMALL, "--out", "whole", "--json")
    pieces = cli(*SMALL, "--out", "pieces", "--json", "--batch", "7")
    assert pieces.out == whole.out
    kept = [files_in(tmp_path / out) for out in ("pieces", "whole")]
    assert without_manifest(kept[0]) == without_manifest(kept[1])


def test_the_batch_is_how_many_are_played_at_once(cli, sketched, monkeypatch):
    sizes = []

    class Noted(Negotiation):
        def __init__(self, case, worlds, **rest):
            sizes.append(worlds)
            super().__init__(case, worlds, **rest)

    monkeypatch.setattr(runner, "Negotiation", Noted)
    cli(*SMALL, "--batch", "7")
    assert sizes == [7, 5]


def test_numbers_not_given_are_the_scenarios(cli, sketched, tmp_path):
    text = AUGUST.read_text("utf-8").replace("worlds: 10000, seed: 20250821", "worlds: 3, seed: 5")
    Path("mine.yaml").write_text(text, encoding="utf-8")
    told = cli("run", "mine.yaml", "--json").told
    assert (told["scenario"], told["worlds"], told["seed"]) == ("mine", 3, 5)
    assert the_run(tmp_path).parent == tmp_path / "results" / "mine"


def test_a_case_is_found_by_its_path_from_another_folder(cli, tmp_path, monkeypatch):
    (tmp_path / "cases").mkdir()
    shutil.copy(AUGUST, tmp_path / "cases" / "mine.yaml")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    for case in ("../cases/mine.yaml", tmp_path / "cases" / "mine.yaml"):
        assert cli("check", case, "--json").told["scenario"] == "mine"


# --set


LINE = "parties.russia.red_lines.no-foreign-troops"


def test_check_of_a_changed_scenario(cli):
    assert cli("check", "2025-08-21", "--set", f"{LINE}=null", "--json").told["compatible"]["count"] == 24
    told = cli("check", "2025-08-21", "--set", f"{LINE}.firmness=0.5", "--json").told
    assert told["lines"]["no-foreign-troops"]["firmness"] == 0.5


def test_check_changes_both_cases(cli):
    Path("soft.yaml").write_text("extends: 2025-08-21\npackages: {easy: {foreign_troops: none}}\n")
    told = cli("check", "2025-08-21", "soft.yaml", "--set", f"{LINE}=null", "--json").told
    assert told["compatible"] == {"a": 24, "b": 24}


def test_run_of_a_changed_scenario_is_another_run(cli, sketched, tmp_path):
    first = cli(*SMALL, "--json").told
    changed = cli(*SMALL, "--set", "negotiation.rounds=1", "--set", "scenario=One round", "--json").told
    assert (changed["scenario"], changed["title"]) == (first["scenario"], "One round")
    assert changed["hash"] != first["hash"]
    case = api.open(tmp_path / "results" / "2025-08-21" / changed["hash"]).case
    assert case == api.sized(
        api.load("2025-08-21", {"negotiation.rounds": 1, "scenario": "One round"}), 12, 1
    )


@pytest.mark.parametrize("protocol", list(PROTOCOLS))
def test_every_protocol_can_be_set(cli, sketched, protocol):
    told = cli(*SMALL, "--set", f"negotiation.protocol={protocol}", "--json").told
    assert sum(row["count"] for row in told["endings"]) == 12
    story = cli(
        "watch", "2025-08-21", "--seed", "1", "--set", f"negotiation.protocol={protocol}", "--json"
    ).told
    assert story["protocol"] == protocol


@pytest.mark.parametrize("strategy", list(STRATEGIES))
@pytest.mark.parametrize("considerate", ["false", "true"])
def test_every_strategy_can_be_set(cli, sketched, strategy, considerate):
    told = f"parties.us.strategy={{name: {strategy}, considerate: {considerate}}}"
    assert cli(*SMALL, "--set", told, "--json").told["worlds"] == 12


def test_watch_of_a_changed_scenario(cli):
    changes = ("--set", "negotiation.rounds=2", "--set", "ensemble.seed=3")
    told = cli("watch", "2025-08-21", *changes, "--json").told
    assert told["seed"] == 3
    assert told["round"] <= 2


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


# --allow-code


EXAMPLE = Path(__file__).parents[1] / "docs" / "examples"
PAGE = EXAMPLE.parent / "write-a-strategy.md"
STRATEGY = "split_the_difference"


@pytest.fixture
def example(tmp_path):
    """Put the example of the documentation into the folder."""
    for file in EXAMPLE.glob("split*"):
        shutil.copy(file, tmp_path)
    return "split-the-difference.yaml"


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
    small = ("run", example, "--worlds", "12", "--seed", "1", "--allow-code", "--json")
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


# interruptions


def test_an_interruption_while_playing_leaves_nothing(cli, tmp_path, monkeypatch):
    monkeypatch.setattr(Negotiation, "step", interrupted)
    called = cli(*SMALL)
    assert (called.code, called.out) == (130, "")
    assert "Stopped before any worlds could be kept" in called.err
    assert files_in(tmp_path) == {}


def test_an_interruption_while_storing_leaves_no_file(cli, sketched, tmp_path, monkeypatch):
    monkeypatch.setattr(shards, "encode", interrupted)
    assert cli(*SMALL).code == 130
    assert files_in(tmp_path) == {}
    monkeypatch.undo()


def test_an_interruption_while_drawing_is_made_good_by_the_next_call(cli, tmp_path, monkeypatch):
    def first_picture(tables, folder, progress):
        folder.mkdir()
        (folder / "compatibility_matrix.png").touch()
        (folder / "compatibility_matrix.svg").touch()
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(album, "draw_all", first_picture)
        assert cli(*SMALL).code == 130
    assert "This run is finished" in cli(*SMALL).err
    assert len(list((the_run(tmp_path) / "pictures").iterdir())) == 2 * len(PICTURES)


# watch


def test_watch_tells_programs(cli):
    told = cli("watch", "2025-08-21", "--seed", "1", "--world", "3", "--json").told
    assert {"ending", "round", "agreement", "offers"} <= set(told)
    assert all(set(offer) == {"round", "party", "package"} for offer in told["offers"])
    assert (told["offers"][0]["round"], told["offers"][0]["party"]) == (1, "france")
    assert all(set(offer["package"]) == ISSUES for offer in told["offers"])
    assert [offer["round"] for offer in told["offers"]] == sorted(offer["round"] for offer in told["offers"])
    assert told["offers"][-1]["round"] <= told["round"] <= 40
    assert told["agreement"] is None or told["agreement"] == told["offers"][-1]["package"]
    assert all(len(party["utilities"]) == told["round"] for party in told["parties"].values())
    assert {"protocol", "rounds", "gives_way", "reasons"} <= set(told)


def test_watch_tells_worlds_without_a_deal(cli):
    lines = {party: {"red_lines": {f"no-{o}": {"forbid": {"x": o}}}} for party, o in (("a", "u"), ("b", "v"))}
    hopeless = a_scenario({"x": "u v"}, lines, negotiation={"rounds": 2})
    Path("hopeless.yaml").write_text(dump(hopeless), encoding="utf-8")
    told = cli("watch", "hopeless.yaml", "--json").told
    assert (told["ending"], told["round"], told["agreement"]) == ("NO_ZOPA", 2, None)
    assert [(offer["party"], offer["package"]) for offer in told["offers"]] == [
        ("a", {"x": "v"}), ("b", {"x": "u"}), ("a", {"x": "v"}), ("b", {"x": "u"})
    ]  # fmt: skip


def test_watch_tells_people(cli):
    called = cli("watch", "2025-08-21", "--seed", "1", "--world", "3")
    assert "Round 1\n" in called.out
    assert "France offers" in called.out
    assert "refuses (it " in called.out


WATCH = ("watch", "2025-08-21", "--seed", "1", "--world", "3")


def test_watch_writes_a_page_that_says_how_to_see_it_again(cli):
    called = cli(*WATCH, "--set", "negotiation.rounds=4", "--html", "pages/story.html")
    assert (called.code, called.out, called.err) == (0, "", "The story is in pages/story.html\n")
    page = Path("pages/story.html").read_text("utf-8")
    assert "sim watch 2025-08-21 --set negotiation.rounds=4 --seed 1 --world 3" in page
    assert list(files_in(Path("pages"))) == ["story.html"]


def test_the_same_story_has_the_same_bytes(cli):
    for name in ("one.html", "other.html"):
        cli(*WATCH, "--html", name)
    assert Path("one.html").read_bytes() == Path("other.html").read_bytes()


def test_watch_overwrites_no_file(cli, monkeypatch):
    Path("story.html").write_text("mine", encoding="utf-8")
    monkeypatch.setattr(Negotiation, "play", interrupted)  # nothing is played in vain
    called = cli(*WATCH, "--html", "story.html")
    assert (called.code, called.out) == (2, "")
    assert called.err == "a file is there already and is not overwritten (story.html)\n"
    assert Path("story.html").read_text("utf-8") == "mine"


def test_watch_gives_one_answer_at_a_time(cli, tmp_path):
    called = cli(*WATCH, "--html", "story.html", "--json")
    assert (called.code, called.out) == (2, "")
    assert "--html and --json ask for different answers, expected one of them" in called.err
    assert list(tmp_path.iterdir()) == []


# plot, schema, help


def test_plot_draws_a_stored_run(cli, sketched, tmp_path, monkeypatch):
    cli(*SMALL)
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    folder = the_run(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "argv", ["sim", "plot", str(folder), "--out", "drawn"])
        with pytest.raises(SystemExit) as left:
            main()
    assert not left.value.code
    drawn = files_in(tmp_path / "drawn")
    assert set(drawn) == {f"{name}.{kind}" for name in PICTURES for kind in ("png", "svg")}
    assert all(drawn[f"{name}.png"].startswith(b"\x89PNG") for name in PICTURES)
    assert all(b"<svg" in drawn[f"{name}.svg"] for name in PICTURES)


def test_plot_finds_the_only_run_below_and_draws_into_it_anew(cli, sketched, tmp_path):
    cli(*SMALL)
    assert cli("plot", "results").code == 0
    assert [folder.resolve() for folder in sketched] == [the_run(tmp_path) / "pictures"] * 2


def test_schema_is_json_schema(cli):
    told = cli("schema").told
    assert {"scenario", "parties", "issues"} <= set(told["properties"])


def test_version(cli):
    assert cli("--version").out == f"sim {api.__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], []])
def test_help_names_every_command(cli, arguments):
    called = cli(*arguments)
    for command in ("check", "run", "watch", "plot", "schema"):
        assert f"  {command}" in called.out + called.err


# bad input


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


def test_a_batch_of_none_is_wrong_even_where_nothing_would_be_played(cli, sketched):
    cli(*SMALL)
    assert cli(*SMALL, "--batch", 0).code == 2


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


def test_a_place_that_cannot_be_written_is_told_before_anything_is_played(cli, tmp_path, monkeypatch):
    monkeypatch.setattr(runner, "play", interrupted)
    Path("file").write_text("kept")
    called = cli(*SMALL, "--out", "file")
    assert called.code == 2
    assert "cannot write here" in called.err
    assert files_in(tmp_path) == {"file": b"kept"}


def test_a_damaged_run_is_told(cli, sketched, tmp_path):
    cli(*SMALL)
    (the_run(tmp_path) / "manifest.json").write_text("{")
    for called in (cli(*SMALL), cli("plot", "results")):
        assert called.code == 2
        assert "no run can be read here" in called.err


def test_a_choice_of_runs_is_told(cli, sketched):
    cli(*SMALL)
    cli(*SMALL[:-1], "2")
    called = cli("plot", "results")
    assert called.code == 2
    assert "more than one run is here" in called.err


# how much is loaded


def loaded(code, *modules):
    """Run Python code elsewhere and tell which of the modules it has imported."""
    asking = f"print('LOADED', *(module for module in {modules} if module in sys.modules))"
    program = f"import sys\n{code}\n{asking}"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return told.stdout.splitlines()[-1].split()[1:]


def test_help_need_not_wait_for_what_it_does_not_use():
    assert loaded("import sim.cli", "numpy", "pandas", "mesa", "matplotlib", "pydantic", "typer") == ["typer"]


def test_who_writes_a_strategy_need_not_wait_for_mesa():
    assert loaded("import sim; sim.Strategy, sim.Demanding, sim.Seat", "numpy", "numba", "mesa") == ["numpy"]


def test_check_loads_neither_mesa_nor_matplotlib():
    code = """
from sim.cli import main
sys.argv = ["sim", "check", "2025-08-21"]
try:
    main()
except SystemExit as left:
    assert not left.code"""
    assert loaded(code, "mesa", "matplotlib", "pandas") == ["pandas"]
