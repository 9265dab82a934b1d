"""What would have to give, worked by hand."""

import numpy as np
from builders import a_scenario

from sim.compatibility import bits, positions
from sim.negotiation.obstacles import obstacles

ISSUES = {"x": "a b"}
LINES = {
    "p": {"red_lines": {"not-a": {"forbid": {"x": "a"}}}},
    "q": {"red_lines": {"not-b": {"forbid": {"x": "b"}}}},
}


def standing(parties, utilities, reservation_values, held):
    found = obstacles(
        positions(a_scenario(ISSUES, parties)),
        bits.pack(np.array([held])),
        np.array([utilities], float),
        np.array([reservation_values], float),
    )
    return found.lines[0].tolist(), found.reservation_values[0].tolist()


def test_either_line_would_do():
    assert standing(LINES, [[1, 1], [1, 1]], [0, 0], [True, True]) == ([True, True], [False, False])


def test_the_package_that_meets_fewest_obstacles_tells():
    # a: p's line and q's reservation value; b: q's line alone
    assert standing(LINES, [[1, 1], [0.2, 1]], [0, 0.5], [True, True]) == ([False, True], [False, False])


def test_a_line_that_is_not_held_is_no_obstacle():
    assert standing(LINES, [[1, 1], [1, 1]], [0, 0], [False, True]) == ([False, False], [False, False])


def test_reservation_values_stand_in_the_way_too():
    assert standing(LINES, [[0.2, 0.2], [1, 1]], [0.5, 0], [False, False]) == ([False, False], [True, False])


def test_a_party_that_is_not_needed_is_no_obstacle():
    parties = {**LINES, "q": {**LINES["q"], "consent": {"when": {"x": "a"}}}}
    assert standing(parties, [[0.2, 1], [1, 0]], [0.5, 0.5], [True, True]) == ([False, False], [False, False])


def test_what_a_rule_leaves_out_opens_nothing():
    case = a_scenario(ISSUES, LINES, rules=[{"forbid": {"x": "b"}, "because": "no sense"}])
    found = obstacles(
        positions(case), bits.pack(np.array([[True, True]])), np.ones((1, 2, 2)), np.zeros((1, 2))
    )
    assert found.lines.tolist() == [[True, False]]
