"""Where to look for a tip, and what is wrong with asking so."""

import pytest
from builders import a_scenario

from sim.analysis.tipping.tip_question import default_ends, question
from sim.errors import InputError

A = {
    "red_lines": {"no-x": {"forbid": {"x": "some"}, "softens": {"round": [10, 30]}}},
    "preferences": {"weights": {"x": [3, 5]}, "scores": {"x": {"some": [0.2, 0.4]}}},
    "no_deal": {"value": [0.3, 0.5]},
}
CASE = a_scenario({"x": "none some"}, {"a": A})
LINE = "parties.a.red_lines.no-x"


@pytest.mark.parametrize(
    ("path", "ends"),
    [
        (f"{LINE}.firmness", (0, 1)),
        (f"{LINE}.softens.chance", (0, 1)),
        (f"{LINE}.softens.round", (10, 30)),
        ("parties.a.preferences.weights.x", (3, 5)),
        ("parties.a.preferences.scores.x.some", (0, 1)),
        ("parties.a.preferences.scores.x.none", (0, 1)),
        ("parties.a.no_deal.value", (0.3, 0.5)),
    ],
)
def test_default_ends(path, ends):
    assert default_ends(CASE, path) == ends
    asked = question(CASE, path, "agreed >= 0.5")
    assert (asked.low, asked.high) == ends
    assert asked.tolerance == pytest.approx((ends[1] - ends[0]) / 1000)


@pytest.mark.parametrize("between", ["0.1,0.4", (0.1, 0.4), " 0.1 , 0.4 "])
def test_ends_that_are_given(between):
    asked = question(CASE, "parties.a.no_deal.drift", "round <= 9", between, tolerance=0.01)
    assert (asked.low, asked.high, asked.tolerance) == (0.1, 0.4, 0.01)


@pytest.mark.parametrize(
    ("path", "between", "told"),
    [
        (
            "parties.a.no_deal.drift",
            None,
            "it is certain (0), expected the ends between which to look: --between",
        ),
        ("parties.a.no_deal.drif", None, "did you mean 'parties.a.no_deal.drift'?"),
        (f"{LINE}.held", None, f"unknown quantity '{LINE}.held'"),
        ("parties.a.luck", "0,1", "unknown quantity 'parties.a.luck'"),
        ("parties.a.no_deal.value", "0.4", "the ends are '0.4', expected two numbers: LOW,HIGH"),
        ("parties.a.no_deal.value", "0.4,x", "expected two numbers"),
        ("parties.a.no_deal.value", "0,inf", "expected two numbers"),
        ("parties.a.no_deal.value", "0.4,0.4", "the ends are 0.4 and 0.4, expected the lower one first"),
        (f"{LINE}.firmness", "0,1.5", "an end is 1.5, expected 0 to 1"),
        (f"{LINE}.softens.round", "0,5", "an end is 0, expected 1 or more"),
        ("parties.a.preferences.weights.x", "-1,5", "an end is -1, expected 0 or more"),
    ],
)
def test_what_is_wrong_is_told(path, between, told):
    with pytest.raises(InputError) as caught:
        question(CASE, path, "agreed >= 0.5", between)
    (problem,) = caught.value.problems
    assert told in str(problem)


def test_everything_that_is_wrong_is_told_at_once():
    with pytest.raises(InputError) as caught:
        question(CASE, "parties.b", "utility.c >= 1", "1", tolerance=0.0)
    told = [str(problem) for problem in caught.value.problems]
    assert len(told) == 3
    assert "unknown party 'c'" in told[0]
    assert "unknown quantity 'parties.b'" in told[1]
    assert "the tolerance is 0, expected a number above 0" in told[2]
