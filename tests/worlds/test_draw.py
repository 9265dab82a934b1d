"""Worlds drawn from a scenario, against what its text says."""

from math import inf

import numpy as np
from builders import a_scenario
from uncertain_case import an_uncertain_case

from sim.worlds import draw

ISSUES = {"troops": "none some", "army": "small big"}


def preferences(weights, **scores):
    return {"preferences": {"weights": weights, "scores": scores}}


def test_utility_is_the_weighted_sum_with_weights_scaled_to_1():
    told = preferences({"troops": 3, "army": 1}, troops={"none": 1, "some": 0}, army={"small": 0.5, "big": 1})
    worlds = draw(a_scenario(ISSUES, {"a": told}), seed=1, first=0, worlds=2)
    assert worlds.utilities.tolist() == [[[0.875, 1.0, 0.125, 0.25]]] * 2


def test_an_issue_without_weight_or_score_is_worth_nothing():
    worlds = draw(
        a_scenario(ISSUES, {"a": preferences({"troops": 1}, troops={"none": 1, "some": 0})}), 1, 0, 1
    )
    assert worlds.utilities.tolist() == [[[1.0, 1.0, 0.0, 0.0]]]


def test_no_preferences_at_all_make_a_party_indifferent():
    assert not draw(a_scenario(ISSUES, {"a": {}}), 1, 0, 3).utilities.any()


def test_held_lines_come_with_their_firmness():
    lines = {
        "sure": {"forbid": {"troops": "some"}, "firmness": 1},
        "bluff": {"forbid": {"troops": "some"}, "firmness": 0},
        "likely": {"forbid": {"troops": "some"}, "firmness": [0.6, 0.8]},
    }
    held = draw(a_scenario(ISSUES, {"a": {"red_lines": lines}}), 3, 0, 20_000).held
    assert held[:, 0].all()
    assert not held[:, 1].any()
    assert abs(held[:, 2].mean() - 0.7) < 0.015


def test_lines_give_way_from_the_first_whole_round_with_their_chance():
    line = {"forbid": {"troops": "some"}, "softens": {"round": [2, 4], "chance": 0.5}}
    worlds = draw(a_scenario(ISSUES, {"a": {"red_lines": {"line": line}}}), 3, 0, 10_000)
    rounds = worlds.gives_way[:, 0]
    assert abs(np.isinf(rounds).mean() - 0.5) < 0.02
    rounds_drawn, counts = np.unique(rounds[np.isfinite(rounds)], return_counts=True)
    assert rounds_drawn.tolist() == [2, 3, 4]
    assert np.ptp(counts) < 300
    soft = int(np.flatnonzero(rounds == 3.0)[0])
    assert [int(worlds.held_at(round_)[soft, 0]) for round_ in (1, 2, 3, 4)] == [1, 1, 0, 0]


def test_reservation_values_drift_from_the_second_round_on():
    worlds = draw(a_scenario(ISSUES, {"a": {"no_deal": {"value": 0.5, "drift": -0.25}}}), 1, 0, 1)
    assert [worlds.reservation_values_at(round_)[0, 0] for round_ in (1, 2, 3)] == [0.5, 0.25, 0.0]


def test_a_drawn_order_is_a_permutation_and_differs_between_worlds():
    case = a_scenario(ISSUES, {name: {} for name in "abcd"}, negotiation={"order": "drawn"})
    order = draw(case, 1, 0, 300).order
    assert (np.sort(order, axis=1) == [0, 1, 2, 3]).all()
    assert len(np.unique(order, axis=0)) == 24


def test_parties_that_never_consent_have_no_turn():
    case = a_scenario(
        ISSUES, {"a": {}, "b": {"consent": "never"}, "c": {}}, negotiation={"order": ["c", "b", "a"]}
    )
    assert draw(case, 1, 0, 1).order.tolist() == [[2, 0]]


def test_another_quantity_leaves_the_draws_of_the_others_alone():
    base = {"a": {"no_deal": {"value": [0, 1]}}}
    more = {**base, "b": {"no_deal": {"value": [0, 1]}}}
    alone = draw(a_scenario(ISSUES, base), 5, 0, 50).reservation_values
    both = draw(a_scenario(ISSUES, more), 5, 0, 50).reservation_values
    assert np.array_equal(alone[:, 0], both[:, 0])


def test_the_draws_of_version_1_do_not_change():
    """These may never change: they are what stored runs were played with."""
    worlds = draw(an_uncertain_case(), 1, 1001, 6)
    assert {
        "value": worlds.reservation_values[:, 0].tolist(),
        "worth": worlds.utilities[:, 0, 2].tolist(),
        "held": worlds.held.tolist(),
        "gives way": worlds.gives_way[:, 0].tolist(),
        "patience": worlds.patience[:, 0].tolist(),
        "luck": worlds.luck[:, 1].tolist(),
        "order": worlds.order.tolist(),
    } == PINNED


PINNED = {
    "value": [
        0.7994941667959228,
        0.47522748475544263,
        0.6368160680834627,
        0.9161035322710985,
        0.10483376229155361,
        0.79659859783677,
    ],
    "worth": [
        0.6229428374031689,
        0.6551199423731844,
        0.5468158366376623,
        0.7360662128782294,
        0.9900198773631348,
        0.9116521483924487,
    ],
    "held": [[True, False], [True, False], [False, True], [True, True], [True, True], [True, False]],
    "gives way": [inf, inf, inf, inf, 6.0, inf],
    "patience": [inf, 4.0, inf, inf, 7.0, inf],
    "luck": [
        0.40908074507863634,
        0.5883590025082784,
        0.7651476029135986,
        0.3956780582728887,
        0.7454435355785751,
        0.670848806446159,
    ],
    "order": [[0, 1], [0, 1], [1, 0], [1, 0], [0, 1], [1, 0]],
}
