"""Which packages are listed, and who accepts them, told a second time."""

import numpy as np
import pytest
from builders import a_scenario
from mixed_case import possible

import sim
from sim.analysis.acceptability import acceptability
from sim.analysis.acceptability.package_acceptability import ALL, MOST_BEST, package_acceptability

PREFERS_A = {"preferences": {"weights": {"x": 1, "y": 0}, "scores": {"x": {"a": 1, "b": 0.25}, "y": {}}}}


def one_party(reservation_value, **more):
    party = {**PREFERS_A, "no_deal": {"value": reservation_value}}
    return a_scenario({"x": "a b", "y": "c d"}, {"p": party}, **more)


def looked_at(case, worlds=5):
    run = sim.run(case, worlds=worlds, seed=1)
    return package_acceptability(acceptability(run), run.case)


def test_shares_are_those_of_the_worlds(found, told, run):
    table = package_acceptability(found, run.case)
    parties = list(run.case.parties)
    assert set(table["party"]) == {ALL, *parties}
    for row in table.to_dict("records"):
        zopa = np.array([row["package"] in world.zopa for world in told])
        if row["party"] == ALL:
            assert row["share"] == pytest.approx(zopa.mean())
            assert row["needed"]
        elif row["needed"]:
            assert row["share"] >= zopa.mean()
        assert row["count"] == pytest.approx(row["share"] * len(told))
        assert row["low"] <= row["share"] <= row["high"]
    everybody = table[table["party"] == ALL]
    assert everybody["share"].is_monotonic_decreasing
    assert everybody["package"].is_unique


def test_the_shortlist_and_the_best_completion_of_each_named_package_are_listed(found, told, run):
    table = package_acceptability(found, run.case)
    everybody = table[table["party"] == ALL].set_index("package")
    assert set(found.shortlist["package"].head(MOST_BEST)) == set(everybody.index[everybody["shortlisted"]])
    often = {p: np.mean([p in world.zopa for world in told]) for p in possible(run.case)}
    names = {name: package for package, row in everybody.iterrows() for name in row["named"].split(", ")}
    assert set(run.case.packages) <= set(names)
    for name, named in run.case.packages.items():
        completions = np.flatnonzero(run.case.space.completions(named)).tolist()
        assert names[name] in completions
        assert often[names[name]] == max(often[package] for package in completions)


def test_a_label_says_the_names_and_what_they_leave_open():
    case = one_party(0.1, packages={"first": {"x": "a"}, "second": {"y": "d"}, "both": {"x": "b", "y": "d"}})
    labels = looked_at(case).drop_duplicates("package").set_index("package")["label"].to_dict()
    assert labels == {0: "first + C", 1: "second + A", 2: "B; C", 3: "both"}


def test_where_nothing_is_ever_acceptable_the_closest_are_listed():
    table = looked_at(one_party(2))
    assert not table["share"].any()
    assert table["package"].unique().tolist() == [0, 1, 2, 3]
    assert table.attrs["worlds"] == 5


def test_without_packages_that_are_possible_there_is_nothing_to_list(found, run):
    from dataclasses import replace

    none = replace(found, packages=found.packages.head(0))
    assert package_acceptability(none, run.case).empty
