"""What parties are left with, counted by hand."""

import numpy as np
import pytest
from builders import a_run, a_scenario

from sim.analysis.summing_up.utilities import utilities
from sim.worlds import draw

CASE = a_scenario({"x": "u v"}, {"a": {"no_deal": {"value": [0.2, 0.6]}}, "b": {"no_deal": {"value": 0.5}}})
DEALS = [("AGREED", 0, 1, [0.9, 0.3], ""), ("AGREED", 1, 2, [0.5, 0.7], ""), ("AGREED", 1, 3, [0.4, 0.8], "")]
NO_DEAL = ("DEADLINE", -1, 40, [0.2, 0.6], "")


def of(run, party):
    return utilities(run).set_index("party").loc[party]


def test_left_with_counts_all_worlds_and_deals_only_those_agreed():
    a = of(a_run(CASE, *DEALS, NO_DEAL), "a")
    assert a["name"] == "A"
    assert a["worlds_agreed"] == 3
    assert a["mean_left_with"] == pytest.approx((0.9 + 0.5 + 0.4 + 0.2) / 4)
    assert a["mean"] == pytest.approx((0.9 + 0.5 + 0.4) / 3)


def test_quantiles_of_the_agreed_packages():
    b = of(a_run(CASE, *DEALS, NO_DEAL), "b")
    assert b["median"] == pytest.approx(0.7)
    assert b["p25"] == pytest.approx(0.5)  # halfway from 0.3 to 0.7
    assert b["p75"] == pytest.approx(0.75)
    assert b["p05"] == pytest.approx(0.34)
    assert b["p95"] == pytest.approx(0.79)


def test_no_deal_is_what_was_drawn_for_these_worlds():
    run = a_run(CASE, *DEALS, NO_DEAL, seed=5)
    drawn = draw(CASE, seed=5, first=0, worlds=4).reservation_values[:, 0]
    a = of(run, "a")
    assert a["no_deal_mean"] == pytest.approx(drawn.mean())
    assert a["no_deal_median"] == pytest.approx(np.median(drawn))
    assert a["no_deal_p05"] == pytest.approx(np.quantile(drawn, 0.05))
    assert a["no_deal_p95"] == pytest.approx(np.quantile(drawn, 0.95))
    assert of(run, "b")[["no_deal_p05", "no_deal_mean", "no_deal_p95"]].tolist() == [0.5, 0.5, 0.5]


def test_without_deals_their_numbers_are_unknown():
    a = of(a_run(CASE, NO_DEAL, NO_DEAL), "a")
    assert a["worlds_agreed"] == 0
    assert a[["mean", "p05", "p25", "median", "p75", "p95"]].isna().all()
    assert a["mean_left_with"] == pytest.approx(0.2)
