"""What agreements left on the table, counted by hand."""

import pytest
from builders import a_run, a_scenario

from sim.analysis.summing_up.left_on_table import left_on_table

CASE = a_scenario({"x": "u v"}, {"a": {}})
AGREED, MISSED = ("AGREED", 0, 1, [0.5], ""), ("DEADLINE", -1, 4, [0.5], "")


def test_distances_are_of_the_agreements():
    run = a_run(CASE, AGREED, AGREED, AGREED, AGREED, MISSED, to_frontier=[0, 0.1, 0.3, 0, float("nan")])
    (row,) = left_on_table(run).to_dict("records")
    assert (row["worlds_agreed"], row["count"], row["share"]) == (4, 2, 0.5)
    assert row["mean"] == pytest.approx(0.1)
    assert row["p95"] == pytest.approx(0.27)
    assert row["low"] < 0.5 < row["high"]


def test_without_agreements_nothing_is_known():
    (row,) = left_on_table(a_run(CASE, MISSED)).to_dict("records")
    assert row["worlds_agreed"] == 0
    assert left_on_table(a_run(CASE, MISSED))[["share", "mean", "p95"]].isna().all(axis=None)
