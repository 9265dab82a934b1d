"""The names of everything that is drawn."""

import numpy as np
from builders import a_scenario
from examples import examples
from generators import scenarios
from hypothesis import HealthCheck, given, settings
from uncertain_case import an_uncertain_case

from sim.scenario.distributions import Certain
from sim.scenario.quantities import (
    Event,
    Lot,
    Number,
    drawn_names,
    numbers,
    quantities,
    uncertain,
    unknown,
)
from sim.worlds import from_uniforms


class Listening:
    """Uniform numbers that note which names they are asked for."""

    worlds = 2

    def __init__(self):
        self.names = []

    def __call__(self, name):
        self.names.append(name)
        return np.full(self.worlds, 0.5)


@settings(max_examples=examples(25), deadline=None, suppress_health_check=list(HealthCheck))
@given(scenarios())
def test_worlds_ask_for_exactly_these_names_each_once(scenario):
    listening = Listening()
    from_uniforms(scenario, listening)
    assert sorted(listening.names) == sorted(drawn_names(scenario))


def test_numbers_are_found_by_following_their_paths():
    case = an_uncertain_case()
    found = numbers(case)
    assert found["parties.p.no_deal.value"] is case.parties["p"].no_deal.value
    assert found["parties.p.red_lines.l.softens.round"] is case.parties["p"].red_lines["l"].softens.round
    assert found["parties.p.walks_out.after"] is case.parties["p"].walks_out.after
    assert found["parties.p.preferences.scores.x.a"] is case.parties["p"].preferences.scores["x"]["a"]
    assert found["parties.p.preferences.scores.y.b"] == Certain(0.0)
    assert [name for name in found if name.startswith("parties.q.no_deal")] == [
        "parties.q.no_deal.value",
        "parties.q.no_deal.drift",
    ]


def test_kinds():
    everything = quantities(an_uncertain_case())
    assert everything["parties.p.walks_out"] == Event("parties.p.walks_out.chance")
    assert everything["negotiation.order.q"] == everything["parties.q.luck"] == Lot()
    assert [name for name, quantity in everything.items() if quantity in (Number(Certain(0.3)),)] == [
        "parties.p.walks_out.chance"
    ]
    assert [name for name, quantity in everything.items() if getattr(quantity, "whole", False)] == [
        "parties.p.red_lines.l.softens.round",
        "parties.p.walks_out.after",
    ]


def test_an_option_may_be_called_like_a_round():
    told = {"preferences": {"weights": {"x": 1}, "scores": {"x": {"softens.round": [0, 1], "a": 0}}}}
    case = a_scenario({"x": "softens.round a"}, {"p": told})
    assert not quantities(case)["parties.p.preferences.scores.x.softens.round"].whole


def test_uncertain_is_what_can_come_out_in_more_than_one_way():
    lines = {
        "sure": {"forbid": {"x": "a"}},
        "bluff": {"forbid": {"x": "a"}, "firmness": 0},
        "perhaps": {"forbid": {"x": "a"}, "firmness": {"choice": {"0.5": 1}}},
        "likely": {"forbid": {"x": "a"}, "firmness": [0, 1]},
    }
    case = a_scenario({"x": "a b"}, {"p": {"red_lines": lines}})
    path = "parties.p.red_lines"
    assert uncertain(case) == [f"{path}.perhaps.held", f"{path}.likely.firmness", f"{path}.likely.held"]


def test_of_many_names_one_is_given_as_an_example():
    assert unknown("x", map(str, range(13))) == "unknown quantity 'x', expected the path of one, such as 0"
    assert unknown("x", []) == "unknown quantity 'x', expected one of (there are none)"
