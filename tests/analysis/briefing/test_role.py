"""A role in points says what its utilities say: order, what is good enough, lines, patience."""

import numpy as np
import pytest
from builders import a_scenario

import sim
from sim.analysis.briefing import Instruction, Order
from sim.analysis.briefing.role import role
from sim.worlds import draw

SEED = 20250821


@pytest.fixture(scope="module", params=["2025-08-21", "published/elmira"])
def case(request):
    return sim.load(request.param)


@pytest.mark.parametrize("world", [0, 7, 1234])
def test_all_packages_are_ranked_as_by_utility(case, world):
    drawn, possible = draw(case, SEED, world, 1), case.space.possible
    for place, party in enumerate(case.parties):
        told = role(case, SEED, drawn, party)
        utility, totals = drawn.utilities[0, place][possible], told.totals[possible]
        order = np.argsort(utility, kind="stable")
        falls = np.diff(totals[order])
        if isinstance(told.sheet, Order):
            assert (falls >= 0).all()
            assert np.array_equal(falls > 0, np.diff(utility[order]) > 0)
        else:  # what rounding may turn round is no further apart than the sheet says
            exact = np.array([told.sheet.of(each) for each in utility])
            turned = (exact[:, None] > exact) & (totals[:, None] < totals)
            assert (exact[:, None] - exact)[turned].max(initial=0) < told.sheet.apart
            assert turned.sum() < 0.02 * turned.size


@pytest.mark.parametrize("world", range(5))
def test_good_enough_by_points_is_good_enough_by_utility(case, world):
    drawn, possible = draw(case, SEED, world, 1), case.space.possible
    for place, party in enumerate(case.parties):
        told = role(case, SEED, drawn, party)
        by_points = told.totals[possible] >= told.least
        by_utility = drawn.utilities[0, place][possible] >= drawn.reservation_values[0, place]
        assert (by_points != by_utility).mean() <= 0.01


def test_lines_are_real_bluff_or_real_for_a_while():
    lines = {
        "held": {"forbid": {"x": "u"}, "firmness": 1},
        "bluff": {"forbid": {"x": "v"}, "firmness": 0},
        "soft": {"forbid": {"x": "u"}, "firmness": 1, "softens": {"round": 3}},
        "too-late": {"forbid": {"x": "u"}, "firmness": 1, "softens": {"round": 9}},
    }
    case = a_scenario({"x": "u v"}, {"a": {"red_lines": lines}}, negotiation={"rounds": 5})
    assert role(case, 1, draw(case, 1, 0, 1), "a").lines == (
        Instruction("held", real=True, until=None),
        Instruction("bluff", real=False, until=None),
        Instruction("soft", real=True, until=3),
        Instruction("too-late", real=True, until=None),
    )


WANTS = {"weights": {"x": 1}, "scores": {"x": {"u": 0.2, "v": 0.45, "w": 0.7}}}


@pytest.mark.parametrize(
    ("no_deal", "least", "in_the_end"),
    [
        ({"value": 0.3}, 200, 200),
        ({"value": 0.3, "drift": 0.05}, 200, 600),
        ({"value": 0.1}, 0, 0),
        ({"value": 0.95}, 1500, 1500),
    ],
)
def test_what_no_deal_is_worth_is_in_the_same_points(no_deal, least, in_the_end):
    told = {"preferences": WANTS, "no_deal": no_deal, "walks_out": {"after": 2}}
    case = a_scenario({"x": "u v w"}, {"a": told}, negotiation={"rounds": 5})
    made = role(case, 1, draw(case, 1, 0, 1), "a")
    assert (made.totals.tolist(), made.least, made.least_in_the_end) == ([0, 500, 1000], least, in_the_end)
    assert made.patience == 2


def test_an_order_has_places_and_a_last_one_that_is_good_enough():
    wants = {"ranking": ["best", "middle"]}
    packages = {"best": {"x": "w"}, "middle": {"x": "u"}}
    told = {"preferences": wants, "no_deal": {"value": 0.4}}
    case = a_scenario({"x": "u v w"}, {"a": told}, packages=packages)
    made = role(case, 1, draw(case, 1, 0, 1), "a")
    assert made.sheet.places.tolist() == [2, 3, 1]
    assert made.sheet.last - made.least == 2
    nothing = a_scenario({"x": "u v w"}, {"a": {**told, "no_deal": {"value": 2}}}, packages=packages)
    none_is = role(nothing, 1, draw(nothing, 1, 0, 1), "a")
    assert none_is.least > none_is.best
