"""When negotiations end, counted by hand and in the August case."""

import numpy as np
import pytest
from builders import a_run, a_scenario

import sim
from sim.analysis.intervals import wilson
from sim.analysis.summing_up.endings import endings
from sim.analysis.summing_up.timing import time_to_ending

CASE = a_scenario({"x": "u v"}, {"a": {}}, negotiation={"rounds": 4})
DEALS = [("AGREED", 0, round_, [0.5], "") for round_ in (1, 3, 3)]
NO_DEAL = ("DEADLINE", -1, 4, [0.5], "")


def test_shares_of_all_worlds_that_have_ended_by_each_round():
    table = time_to_ending(a_run(CASE, *DEALS, NO_DEAL))
    assert table.pivot_table(index="round", columns="ending", values="share").to_dict("list") == {
        "AGREED": [0.25, 0.25, 0.75, 0.75],
        "DEADLINE": [0, 0, 0, 0.25],
    }


def test_only_endings_that_occur_are_told():
    assert set(time_to_ending(a_run(CASE, NO_DEAL))["ending"]) == {"DEADLINE"}


def test_shares_only_rise_and_end_at_those_of_the_endings():
    run = sim.run("2025-08-21", worlds=60, seed=1)
    final = endings(run).set_index("ending")["share"]
    by_ending = time_to_ending(run).groupby("ending")
    assert len(by_ending) >= 2
    for ending, shares in by_ending:
        assert shares["round"].tolist() == list(range(1, 41))
        assert shares["share"].is_monotonic_increasing
        assert shares["share"].iloc[-1] == pytest.approx(final[ending])


def test_one_minus_kaplan_meier_would_promise_more_deals_than_there_are():
    run = a_run(CASE, *DEALS, ("WALKED_OUT", -1, 2, [0.5], ""))
    deals = time_to_ending(run).query("ending == 'AGREED'")["share"].tolist()
    assert deals == [0.25, 0.25, 0.75, 0.75]
    still_there, survival, promised = 4, 1.0, []
    for ended, gone in [(1, 0), (0, 1), (2, 0), (0, 0)]:  # who walks out counts as one who might still agree
        survival *= 1 - ended / max(still_there, 1)
        still_there -= ended + gone
        promised.append(1 - survival)
    assert promised == [0.25, 0.25, 1, 1]


def test_each_share_has_the_interval_of_a_share():
    table = time_to_ending(a_run(CASE, *DEALS, NO_DEAL))
    for row in table.to_dict("records"):
        assert row["share"] == row["count"] / 4
        low, high = wilson(np.array([float(row["count"])]), 4)
        assert (row["low"], row["high"]) == (low[0], high[0])
