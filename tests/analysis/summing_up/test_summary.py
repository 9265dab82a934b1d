"""All tables of a run, whole runs of the odd kinds included."""

import json

import pandas as pd
import pytest
from builders import a_scenario

import sim
from sim.analysis.checked.compatibility_table import compatibility_table, crossed_lines
from sim.analysis.summing_up.summary import summary
from sim.analysis.summing_up.tables import tables
from sim.compatibility import check
from sim.plots import PICTURES

TROOPS = {"troops": "none some"}


def likes(option, **more):
    scores = {"none": float(option == "none"), "some": float(option == "some")}
    return {"preferences": {"weights": {"troops": 1}, "scores": {"troops": scores}}, **more}


def line(option, name=None):
    return {"red_lines": {name or f"no-{option}": {"forbid": {"troops": option}}}}


SOME = {"some": {"troops": "some"}}


FOUR_ROUNDS = {"negotiation": {"rounds": 4}}
ODD = {
    "nobody agrees": a_scenario(TROOPS, {"a": line("none"), "b": line("some")}, **FOUR_ROUNDS),
    "everybody agrees": a_scenario(TROOPS, {"a": likes("none"), "b": likes("none")}),
    "no red lines": a_scenario(TROOPS, {"a": likes("none"), "b": likes("some")}, packages=SOME),
    "one party": a_scenario(TROOPS, {"a": likes("some", **line("none"))}),
    "a party never asked": a_scenario(TROOPS, {"a": likes("some"), "b": likes("none", consent="never")}),
    "one package": a_scenario({"troops": "none"}, {"a": line("none"), "b": {}}, **FOUR_ROUNDS),
}  # fmt: skip
SURE = {
    "nobody agrees": "NO_ZOPA",
    "everybody agrees": "AGREED",
    "one party": "AGREED",
    "one package": "NO_ZOPA",
}
STAMP = {"scenario": "scenario", "title": "Test", "worlds": 3, "seed": 1, "version": sim.__version__}


@pytest.fixture(params=ODD, scope="module")
def odd(request):
    return request.param, sim.run(ODD[request.param], worlds=3, seed=1)


def test_odd_runs_have_a_summary_that_json_can_hold(odd):
    name, run = odd
    told = json.loads(json.dumps(run.summary().as_dict(), allow_nan=False))
    assert sum(row["count"] for row in told["endings"]) == 3
    assert sum(row["count"] for row in told["agreements"]) == told["endings"][0]["count"]
    assert len(told["utilities"]) == len(ODD[name].parties)


@pytest.mark.parametrize("name", SURE)
def test_odd_runs_end_as_they_must(name):
    run = sim.run(ODD[name], worlds=3, seed=1)
    assert run.table["ending"].unique().tolist() == [SURE[name]]


def test_every_table_says_where_it_comes_from(odd):
    _, run = odd
    whole, drawn = summary(run), tables(run, sim.__version__)
    names = ("outcome_distribution", "utilities_by_party", "time_to_agreement", "in_the_way")
    played = [drawn[name] for name in names]
    why = (whole.in_the_way, whole.in_the_way_parties, whole.in_the_way_sets, whole.conflicts)
    close = (whole.deadline.closeness, whole.deadline.remedies, whole.left_on_table)
    for table in (whole.endings, whole.agreements, whole.utilities, *why, *close, *played):
        assert STAMP.items() <= table.attrs.items()
    for table in drawn.values():  # what follows from the stated lines alone has no worlds and no seed
        assert {"scenario", "title", "version"} <= set(table.attrs)


def test_there_is_a_table_for_every_picture(odd):
    _, run = odd
    assert list(tables(run, "0")) == list(PICTURES)


def test_one_world_has_a_summary():
    whole = sim.run(ODD["everybody agrees"], worlds=1, seed=1).summary()
    assert whole.agreements[["package", "count", "share"]].to_numpy().tolist() == [[0, 1, 1]]


def test_numbers_that_are_unknown_are_null():
    told = sim.run(ODD["nobody agrees"], worlds=2, seed=1).summary().as_dict()
    assert told["agreements"] == []
    assert [row["mean"] for row in told["utilities"]] == [None, None]
    assert told["no_zopa_worlds"] == 2
    assert [(row["id"], row["share"]) for row in told["in_the_way"]] == [("no-none", 1.0), ("no-some", 1.0)]
    assert told["left_on_table"]["mean"] is None


def test_why_worlds_ended_as_they_did_is_told():
    told = sim.run(ODD["nobody agrees"], worlds=2, seed=1).summary().as_dict()
    assert [(row["id"], row["alone"], row["always"]) for row in told["in_the_way"]] == [
        ("no-none", 1.0, 0.0),
        ("no-some", 1.0, 0.0),
    ]
    assert [row["party"] for row in told["in_the_way_parties"]] == ["a", "b"]
    assert [row["ids"] for row in told["in_the_way_sets"]] == [("no-none",), ("no-some",)]
    assert [row["ids"] for row in told["conflicts"]] == [("no-none", "no-some")]
    assert told["no_zopa_worlds_cut"] == 0
    assert told["deadline"] == {"worlds": 0, "refused": 0, "closeness": [], "remedies": []}
    assert told["left_on_table"]["worlds_agreed"] == 0


def test_agreements_are_spelled_out():
    told = sim.run(ODD["one party"], worlds=3, seed=1).summary().as_dict()
    assert [row["package"] for row in told["agreements"]] == [{"troops": "some"}]
    assert {key: told[key] for key in STAMP} == STAMP


def test_the_compatibility_tables():
    parties = {"a": line("some"), "b": {**line("some", "nor-b"), "consent": "never"}, "c": {}}
    answer = check(a_scenario(TROOPS, parties, packages=SOME))
    table = compatibility_table(answer, "1")
    columns = ["package", "party", "party_name", "ok", "needed", "crosses", "p_acceptable"]
    assert list(table.columns) == columns
    assert table.to_numpy().tolist() == [
        ["some", "a", "A", False, True, ("no-some",), 0.0],
        ["some", "b", "B", False, False, ("nor-b",), 0.0],
        ["some", "c", "C", True, True, (), 1.0],
    ]
    words = {"no-some": "no some", "nor-b": "nor b"}
    assert table.attrs == {"scenario": "scenario", "title": "Test", "version": "1", "line_words": words}
    lines = crossed_lines(answer, "1")
    assert list(lines.columns) == [
        "package", "line", "party", "party_name", "kind", "crossed", "blocks", "p_acceptable"
    ]  # fmt: skip
    assert lines.to_numpy().tolist() == [
        ["some", "no-some", "a", "A", "quoted", True, True, 0.0],
        ["some", "nor-b", "b", "B", "quoted", True, False, 0.0],
    ]
    assert lines.attrs == table.attrs


def test_a_scenario_without_named_packages_has_an_empty_compatibility_table():
    table = compatibility_table(check(ODD["one party"]), "1")
    assert isinstance(table, pd.DataFrame)
    assert table.empty
