"""Parties that lose patience, under every protocol."""

import numpy as np
import pytest
from builders import a_scenario, some_worlds

import sim
from sim.negotiation.endings import Ending
from sim.negotiation.model import Negotiation
from sim.negotiation.protocols import PROTOCOLS
from sim.worlds import draw

OPPOSED = [[1, 0.5, 0], [0, 0.5, 1.0]]  # nothing but the middle serves both


def play(protocol, utilities, patience, *, no_deal=0.6, rounds=9, **told):
    case = a_scenario(
        {"x": "a b c"},
        {"p": {"strategy": "hardliner"}, "q": {"strategy": "hardliner"}},
        negotiation={"protocol": protocol, "rounds": rounds, **told},
    )
    model = Negotiation(case, some_worlds([utilities], no_deal, patience=[patience]), watched=True)
    return model, model.play()


@pytest.mark.parametrize("protocol", list(PROTOCOLS))
def test_a_party_leaves_when_its_patience_ends(protocol):
    told = {"ratification": {"first": ("p", "q")}, "single_text": {"mediator": "p"}}
    model, outcomes = play(protocol, OPPOSED, [np.inf, 4], **told.get(protocol, {}))
    assert outcomes.ending[0] == Ending.WALKED_OUT
    assert outcomes.left_by[0] == 1
    assert outcomes.round[0] == 4
    assert model.transcript[-1].action == "walks out"
    assert "4 rounds" in model.transcript[-1].why


@pytest.mark.parametrize("protocol", list(PROTOCOLS))
def test_one_who_hears_what_it_can_accept_stays(protocol):
    _, outcomes = play(protocol, OPPOSED, [np.inf, 4], no_deal=0.0)
    assert outcomes.ending[0] != Ending.WALKED_OUT


def test_the_first_of_two_to_leave_is_named():
    _, outcomes = play("alternating_offers", OPPOSED, [3, 3])
    assert outcomes.left_by[0] == 0


def test_nobody_leaves_a_settled_table():
    _, outcomes = play("alternating_offers", [[1, 0.5, 0], [1, 0.5, 0]], [1, 1])
    assert outcomes.ending[0] == Ending.AGREED
    assert outcomes.left_by[0] == -1


def test_patience_is_drawn_with_the_world():
    told = {"p": {"walks_out": {"after": [2, 4], "chance": 0.5}}, "q": {}}
    patience = draw(a_scenario({"x": "a b"}, told), seed=1, first=0, worlds=4000).patience
    assert np.isinf(patience[:, 1]).all()
    assert set(patience[:, 0]) == {2, 3, 4, np.inf}
    assert abs(np.isinf(patience[:, 0]).mean() - 0.5) < 0.03


def test_walking_out_comes_from_the_scenario():
    case = sim.load("2025-08-21", changes={"parties.russia.walks_out": {"after": 3}})
    endings = sim.run(case, worlds=200, seed=1).table["ending"]
    assert (endings == "WALKED_OUT").any()
