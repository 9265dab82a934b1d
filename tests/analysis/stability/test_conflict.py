"""A scenario as a conflict: moves from what is controlled, preferences from lines and utilities."""

import numpy as np
import pytest
from builders import a_scenario, some_worlds

import sim
from sim.analysis.stability.conflict import moves_of, preferences
from sim.compatibility import positions

ISSUES = {"army": "small large", "role": "none some all"}


def test_a_party_moves_on_what_it_controls_and_one_way_only_forward():
    case = a_scenario(
        ISSUES,
        {"a": {}, "b": {}},
        controls={"a": "army", "b": ["role"]},
        one_way={"role": ["all", "none"]},
    )
    moves = moves_of(case)
    assert [moves.of(0, package) for package in range(6)] == [[3], [4], [5], [0], [1], [2]]
    assert [moves.of(1, package) for package in range(6)] == [[], [], [0], [], [], [3]]


def test_rules_forbid_moves_and_some_parties_have_none():
    rules = [{"forbid": {"army": "large", "role": "all"}, "because": "no"}]
    moves = moves_of(a_scenario(ISSUES, {"a": {}, "b": {}}, controls={"b": ["army", "role"]}, rules=rules))
    assert moves.of(0, 0) == []
    assert moves.of(1, 0) == [1, 2, 3, 4]
    assert moves.of(1, 5) == []


def test_who_controls_what_has_to_be_said():
    with pytest.raises(sim.InputError, match="does not say who controls what"):
        moves_of(a_scenario(ISSUES, {"a": {}}))


def test_too_many_packages_are_refused():
    issues = {f"i{place}": "a b" for place in range(14)}
    with pytest.raises(sim.InputError, match="16,384 packages and 16,384 choices of a party are too many"):
        moves_of(a_scenario(issues, {"a": {}}, controls={"a": list(issues)}))


def test_what_crosses_a_line_of_its_own_is_worse_to_a_party_than_all_that_does_not():
    lines = {"a": {"red_lines": {"no-army": {"forbid": {"army": "large"}}}}, "b": {}}
    case = a_scenario({"army": "small large"}, lines)
    utilities = np.tile([0.1, 0.9], (2, 2, 1))
    wanted = preferences(positions(case), some_worlds(utilities, held=[[True], [False]]))
    assert (np.diff(wanted, axis=2)[..., 0] > 0).tolist() == [[False, True], [True, True]]


def test_what_adding_up_loses_is_no_preference():
    case = a_scenario({"army": "small large"}, {"a": {}})
    wanted = preferences(positions(case), some_worlds([[[0.1 + 0.2, 0.3]]]))
    assert wanted[0, 0, 0] == wanted[0, 0, 1]
