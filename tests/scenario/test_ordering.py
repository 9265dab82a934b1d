"""Preferences that are an order become utilities in equal steps."""

import numpy as np
import pytest
from builders import a_scenario

from sim.scenario.ordering import ordered_utility
from sim.worlds import draw

ISSUES = {"army": "small large", "role": "none some all"}


def utility(preferences, **more):
    case = a_scenario(ISSUES, {"a": {"preferences": preferences}}, **more)
    return ordered_utility(case, "a")


def test_weights_are_no_order():
    assert utility({"weights": {}, "scores": {}}) is None


def test_a_ranking_lists_the_best_first_and_the_rest_comes_last():
    packages = {
        "top": {"army": "large", "role": "all"},
        "second": {"army": "small", "role": "none"},
        "third": {"army": "small", "role": "some"},
    }
    found = utility({"ranking": ["top", ["second", "third"]]}, packages=packages)
    assert found.tolist() == [0.5, 0.5, 0, 0, 0, 1]


def test_a_partial_package_ranks_its_completions_and_the_first_place_counts():
    packages = {"any-large": {"army": "large"}, "all": {"role": "all"}}
    assert utility({"ranking": ["all", "any-large"]}, packages=packages).tolist() == [0, 0, 1, 0.5, 0.5, 1]


def test_the_first_priority_counts_most():
    found = utility({"priorities": [{"role": ["some", "all"]}, {"army": "large"}]})
    assert found.tolist() == [0, 2 / 3, 2 / 3, 1 / 3, 1, 1]


def test_one_of_several_patterns_is_enough():
    found = utility({"priorities": [[{"role": "none"}, {"army": "large", "role": "all"}]]})
    assert found.tolist() == [1, 0, 0, 1, 0, 1]


def test_what_a_rule_forbids_takes_no_step():
    rules = [{"forbid": {"role": "some"}, "because": "no"}]
    found = utility({"priorities": [{"role": ["some", "all"]}, {"army": "large"}]}, rules=rules)
    assert found.tolist() == [0, 0, 2 / 3, 1 / 3, 0, 1]


@pytest.mark.parametrize("many", [60, 80])
def test_more_priorities_than_a_number_has_bits(many):
    priorities = [{"role": "all"}, *[{"army": "large"}] * many, {"role": "some"}]
    assert utility({"priorities": priorities}).tolist() == [0, 0.2, 0.8, 0.4, 0.6, 1.0]


def test_every_world_has_it():
    preferences = {"priorities": [{"army": "large"}]}
    case = a_scenario(ISSUES, {"a": {"preferences": preferences}, "b": {}})
    utilities = draw(case, seed=1, first=0, worlds=3).utilities
    assert np.array_equal(utilities[2], [[0, 0, 0, 1, 1, 1], [0] * 6])
