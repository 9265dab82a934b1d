"""What was agreed, issue by issue, counted by hand and in the August case."""

import numpy as np
import pytest
from builders import a_run, a_scenario

import sim
from sim.analysis.summing_up.agreed_options import agreed_options

CASE = a_scenario({"x": "a b", "y": "c d e"}, {"p": {}})
NO_DEAL = ("DEADLINE", -1, 4, [0.5], "")


def deals(*packages):
    return [("AGREED", package, 1, [0.5], "") for package in packages]


def test_each_option_is_counted_where_it_was_agreed():
    table = agreed_options(a_run(CASE, *deals(0, 2, 5, 2), NO_DEAL))  # a-c, a-e, b-e, a-e
    assert table["issue"].tolist() == ["x"] * 2 + ["y"] * 3
    assert table["issue_label"].tolist() == ["x?"] * 2 + ["y?"] * 3
    assert table["option_label"].tolist() == ["A", "B", "C", "D", "E"]
    assert table["count"].tolist() == [3, 1, 1, 0, 3]
    assert table["share"].tolist() == [0.75, 0.25, 0.25, 0, 0.75]
    assert (table["low"] <= table["share"]).all()
    assert (table["share"] <= table["high"]).all()
    assert (table.attrs["worlds"], table.attrs["worlds_agreed"]) == (5, 4)


def test_without_deals_no_share_is_known():
    table = agreed_options(a_run(CASE, NO_DEAL))
    assert table["count"].tolist() == [0] * 5
    assert table["share"].isna().all()
    assert table.attrs["worlds_agreed"] == 0


def test_it_counts_what_the_packages_say():
    run = sim.run("2025-08-21", worlds=80, seed=2)
    agreed = [run.case.space.package(package) for package in run.ended("AGREED", ["package"])["package"]]
    assert len(agreed) > 20
    for row in agreed_options(run).to_dict("records"):
        assert row["count"] == sum(package[row["issue"]] == row["option"] for package in agreed)
        assert row["share"] == pytest.approx(np.mean([p[row["issue"]] == row["option"] for p in agreed]))
