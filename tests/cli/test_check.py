"""`sim check`."""

import csv
import shutil
from pathlib import Path

import pytest
from calling import AUGUST, ISSUES, LINE, files_in

from sim.plots import album


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
    assert sorted(files_in(tmp_path / "drawn")) == sorted(f"crossed_lines.{kind}" for kind in album.FILES)


def test_a_case_is_found_by_its_path_from_another_folder(cli, tmp_path, monkeypatch):
    (tmp_path / "cases").mkdir()
    shutil.copy(AUGUST, tmp_path / "cases" / "mine.yaml")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    for case in ("../cases/mine.yaml", tmp_path / "cases" / "mine.yaml"):
        assert cli("check", case, "--json").told["scenario"] == "mine"


def test_check_of_a_changed_scenario(cli):
    assert cli("check", "2025-08-21", "--set", f"{LINE}=null", "--json").told["compatible"]["count"] == 24
    told = cli("check", "2025-08-21", "--set", f"{LINE}.firmness=0.5", "--json").told
    assert told["lines"]["no-foreign-troops"]["firmness"] == 0.5


def test_check_changes_both_cases(cli):
    Path("soft.yaml").write_text("extends: 2025-08-21\npackages: {easy: {foreign_troops: none}}\n")
    told = cli("check", "2025-08-21", "soft.yaml", "--set", f"{LINE}=null", "--json").told
    assert told["compatible"] == {"a": 24, "b": 24}
