"""What every registered strategy keeps to."""

from functools import partial

import numpy as np
import pytest
from builders import a_scenario, some_worlds

from sim.negotiation.model import Negotiation
from sim.negotiation.strategies import STRATEGIES

RANDOM = np.random.default_rng(20250821).random((30, 3, 12))
LINES = {"red_lines": {"line": {"forbid": {"x": "a", "y": ["d", "e"]}}}}


def negotiation(name, worlds, considerate=False, watched=False):
    told = {"strategy": {"name": name, "considerate": considerate}}
    case = a_scenario(
        {"x": "a b c", "y": "d e f g"},
        {"p": {**told, **LINES}, "q": told, "r": told},
        negotiation={"rounds": 9},
    )
    return Negotiation(case, worlds, watched=watched)


def worlds_of(utilities):
    return some_worlds(utilities, 0.3, held=np.arange(len(utilities))[:, None] % 2 == 0)


@pytest.fixture(params=[(name, kind) for name in STRATEGIES for kind in (False, True)], ids=str)
def play(request):
    name, considerate = request.param
    return partial(negotiation, name, considerate=considerate)


def test_a_batch_equals_its_worlds_one_at_a_time(play):
    batch = play(worlds_of(RANDOM)).play()
    for world in range(len(RANDOM)):
        held = np.array([[world % 2 == 0]])
        alone = play(some_worlds(RANDOM[world : world + 1], 0.3, held=held)).play()
        assert alone.package[0] == batch.package[world]
        assert alone.round[0] == batch.round[world]


def test_what_others_want_changes_nothing_before_they_speak(play):
    changed = RANDOM.copy()
    changed[:, 1:] = 1 - changed[:, 1:]
    offers = [first_offers(play(worlds_of(utilities))) for utilities in (RANDOM, changed)]
    assert np.array_equal(*offers)


def first_offers(model):
    model.round = 1
    model.agents.do("begin_round")
    return model.parties[0].offers(np.arange(len(RANDOM)))


def test_offers_are_acceptable_to_who_makes_them(play):
    model = play(worlds_of(RANDOM))
    model.round = 1
    model.agents.do("begin_round")
    for agent in model.parties:
        offers = agent.offers(np.arange(len(RANDOM)))
        made = offers >= 0
        assert made.any()
        assert agent.seat.acceptable[np.flatnonzero(made), offers[made]].all()


def test_a_strategy_accepts_what_it_would_offer_itself(play):
    model = play(worlds_of(RANDOM))
    model.round = 1
    model.agents.do("begin_round")
    rows = np.arange(len(RANDOM))
    for agent in model.parties:
        offers = agent.offers(rows)
        made = rows[offers >= 0]
        assert agent.accepts(made, offers[made]).all()
