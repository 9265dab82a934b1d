"""Who accepts what, beside the same told a second time world by world."""

from itertools import combinations

import numpy as np
import pytest
from builders import a_scenario
from mixed_case import by_package, possible

import sim
from sim.analysis.acceptability import acceptability
from sim.analysis.acceptability.acceptances import Acceptances
from sim.analysis.last_round import last_rounds
from sim.compatibility import positions


def test_who_accepts_each_package(found, told, run):
    table = by_package(found.packages)
    assert table.index.tolist() == possible(run.case)
    for package, row in table.iterrows():
        assert row["count"] == sum(package in world.zopa for world in told)
        for place, party in enumerate(run.case.parties):
            share = np.mean([package in world.accepts[place] for world in told])
            assert row[f"share_{party}"] == pytest.approx(share)
            assert row[f"low_{party}"] <= share <= row[f"high_{party}"]
    assert table.loc[0, "consent"] == "p + s"


def test_which_coalitions_accept_each_package(found, told, run):
    at_table = [list(run.case.parties).index(party) for party in run.case.at_the_table]
    members = [each for size in (2, 3) for each in combinations(at_table, size)]
    tables = [by_package(rows) for _, rows in found.coalitions.groupby("coalition", sort=False)]
    assert [rows["size"].iloc[0] for rows in tables] == [2, 2, 2, 3]
    for rows, each in zip(tables, members, strict=True):
        for package in possible(run.case):
            together = sum(all(package in world.accepts[party] for party in each) for world in told)
            assert rows.loc[package, "count"] == together


def test_a_world_without_a_zopa_ended_so_and_no_other(told, run):
    empty = np.array([not world.zopa for world in told])
    assert np.array_equal(run.table["ending"] == "NO_ZOPA", empty & (run.table["ending"] != "AGREED"))
    assert np.count_nonzero(run.table["ending"] == "NO_ZOPA") > 0


def test_the_zopa_is_that_of_the_endings():
    run = sim.run("2025-08-21", worlds=300, seed=4)
    found = Acceptances(run.case, positions(run.case))
    zopa = np.concatenate([found.add(part) for part in last_rounds(run)])
    assert np.array_equal(~zopa.any(axis=1), run.table["ending"] == "NO_ZOPA")
    agreed = run.table[run.table["ending"] == "AGREED"]
    assert zopa[agreed["world"], agreed["package"]].all()


def test_coalitions_of_too_many_are_left_out():
    run = sim.run(a_scenario({"x": "a b"}, {f"p{party}": {} for party in range(9)}), worlds=3, seed=1)
    found = acceptability(run)
    assert found.coalitions.attrs["cut"]
    assert found.coalitions.empty
    assert found.packages["count"].tolist() == [3, 3]
