"""The tipping point of a quantity of the August case."""

import json

import pytest

import sim
from sim.analysis.tipping.target import read_target
from sim.analysis.tipping.tip_question import question
from sim.analysis.tipping.tipping import tipping_point
from sim.ensemble.runner import play

WORLDS, SEED = 400, 11
FIRMNESS = "parties.russia.red_lines.no-foreign-troops.firmness"
NO_DEAL = "parties.russia.no_deal.value"


def tip(path, target, between=None, tolerance=None):
    case = sim.load("2025-08-21", {"ensemble.worlds": WORLDS, "ensemble.seed": SEED})
    asked = question(case, path, target, between, tolerance)
    return tipping_point(asked, lambda value: play(sim.load("2025-08-21", {path: value}), WORLDS, SEED))


@pytest.fixture(scope="module")
def no_zopa():
    return tip(FIRMNESS, "no_zopa >= 0.08", tolerance=0.01)


def test_a_line_that_is_held_more_often_leaves_nothing_acceptable_more_often(no_zopa):
    shares = [each.measure for each in no_zopa.evaluations]
    assert shares == sorted(shares)
    assert no_zopa.monotone
    assert no_zopa.tip is not None


def test_the_answer_differs_on_the_two_sides_of_the_tip(no_zopa):
    for value, holds in ((no_zopa.tip.value - 0.005, False), (no_zopa.tip.value + 0.005, True)):
        outcomes = play(sim.load("2025-08-21", {FIRMNESS: value}), WORLDS, SEED)
        assert read_target("no_zopa >= 0.08").holds(float((outcomes.ending == 2).mean())) == holds


def test_how_much_no_deal_is_worth_tips_agreement():
    found = tip(NO_DEAL, "agreed >= 0.5", between="0.2,0.9", tolerance=0.02)
    assert found.monotone
    assert found.evaluations[0].holds
    assert not found.evaluations[-1].holds
    low, high = found.tip.interval
    assert 0.4 < low < found.tip.value < high < 0.8
    assert found.tip.cut == (False, False)


def test_the_json_shape(no_zopa):
    told = json.loads(json.dumps(no_zopa.as_dict(), allow_nan=False))
    assert list(told) == [
        "scenario", "path", "target", "tips", "value", "interval", "interval_cut", "between", "tolerance",
        "monotone", "changes", "evaluations", "worlds", "seed",
    ]  # fmt: skip
    assert told["tips"] is True
    assert told["target"] == "no_zopa >= 0.08"
    assert (told["between"], told["worlds"], told["seed"]) == ([0, 1], WORLDS, SEED)
    assert set(told["evaluations"][0]) == {"value", "measure", "low", "high", "holds"}


def test_no_tip_tells_what_it_is_at_the_ends():
    told = tip(FIRMNESS, "agreed >= 0.01", tolerance=0.1).as_dict()
    assert (told["tips"], told["value"], told["interval"], told["changes"]) == (False, None, None, [])
    assert [told["evaluations"][end]["value"] for end in (0, -1)] == [0, 1]
    assert all(each["measure"] > 0.5 for each in told["evaluations"])
