"""What parties gain or lose, counted by hand."""

import math

import pytest
from builders import a_run, a_scenario

from sim.analysis.comparing.party_changes import parties_apart, party_changes

ISSUES = {"x": "none some"}
A = {"no_deal": {"value": 0.2}, "preferences": {"weights": {"x": 1}, "scores": {"x": {"some": 1}}}}
CASE = a_scenario(ISSUES, {"a": A, "b": {}})


def worlds(*left_with):
    return [("AGREED", 0, 1, each, "") for each in left_with]


def changes(other, before=((0.5, 0.5),) * 4, after=((0.5, 0.5),) * 4, case=CASE):
    return party_changes(a_run(case, *worlds(*before)), a_run(other, *worlds(*after))).set_index("party")


def test_gains_are_means_of_differences_world_by_world():
    table = changes(CASE, after=[(0.7, 0.5), (0.9, 0.5), (0.4, 0.5), (0.5 + 1e-15, 0.5)])
    row = table.loc["a"]
    assert row["difference"] == pytest.approx((0.2 + 0.4 - 0.1) / 4)
    assert row["low"] < row["difference"] < row["high"]
    assert row[["better", "worse", "equal"]].tolist() == [0.5, 0.25, 0.25]
    assert table.loc["b"][["difference", "low", "high", "equal"]].tolist() == [0, 0, 0, 1]


@pytest.mark.parametrize(
    "other",
    [
        {**A, "no_deal": {"value": 0.3}},
        {**A, "no_deal": {"value": 0.2, "drift": 0.01}},
        {**A, "preferences": {"weights": {"x": 2}, "scores": {"x": {"some": 1}}}},
        {**A, "preferences": {"weights": {"x": 1}, "scores": {"x": {"some": 0.9}}}},
    ],
)
def test_other_preferences_are_another_scale(other):
    assert changes(a_scenario(ISSUES, {"a": other, "b": {}}))["same_preferences"].tolist() == [False, True]


def test_reasons_are_no_preferences():
    because = {**A, "no_deal": {"value": 0.2, "because": "it was said"}, "strategy": {"name": "micro"}}
    assert changes(a_scenario(ISSUES, {"a": because, "b": {}}))["same_preferences"].all()


def test_correlations_of_its_draws_are_another_scale():
    uncertain = {"no_deal": {"value": [0.2, 0.4]}}
    parties = {"a": uncertain, "b": uncertain, "c": uncertain}
    between = {"between": ["parties.a.no_deal.value", "parties.b.no_deal.value"]}
    base, other, why = (
        a_scenario(ISSUES, parties, correlate=correlate)
        for correlate in (
            [{**between, "rank": 0.5}],
            [{**between, "rank": 0.6}],
            [{**between, "rank": 0.5, "because": "war"}],
        )
    )
    three = dict.fromkeys(("before", "after"), ((0, 0, 0),) * 2)
    assert changes(other, **three, case=base)["same_preferences"].tolist() == [False, False, True]
    assert changes(why, **three, case=base)["same_preferences"].all()


def test_parties_of_one_scenario_alone_are_left_out_and_named():
    other = a_run(a_scenario(ISSUES, {"b": {}, "c": {}}), *worlds((0, 0)))
    mine = a_run(CASE, *worlds((0, 0)))
    assert party_changes(mine, other)["party"].tolist() == ["b"]
    assert parties_apart(mine, other) == (("a",), ("c",))
    nobody = a_run(a_scenario(ISSUES, {"d": {}}), *worlds((0,)))
    assert party_changes(mine, nobody).empty


def test_of_one_world_there_is_no_interval():
    row = changes(CASE, before=[(0, 0)], after=[(1, 1)]).loc["a"]
    assert row["difference"] == 1
    assert math.isnan(row["low"])
