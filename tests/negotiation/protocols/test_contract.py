"""What every registered protocol keeps to, whatever the strategies."""

import numpy as np
import pytest
from builders import a_scenario, some_worlds

from sim.negotiation.endings import Ending
from sim.negotiation.model import Negotiation
from sim.negotiation.protocols import PROTOCOLS
from sim.negotiation.strategies import STRATEGIES

RANDOM = np.random.default_rng(20250821).random((30, 3, 12))
LINES = {"red_lines": {"line": {"forbid": {"x": "a", "y": ["d", "e"]}}}}
EVERYBODY = [(protocol, strategy) for protocol in PROTOCOLS for strategy in STRATEGIES]


def negotiation(protocol, strategy, worlds, *, rounds=9, **parties):
    told = {"p": {"strategy": strategy, **LINES}, "q": {"strategy": strategy}, "r": {"strategy": strategy}}
    told = {party: {**rest, **parties.get(party, {})} for party, rest in told.items()}
    issues = {"x": "a b c", "y": "d e f g"}
    return Negotiation(a_scenario(issues, told, negotiation={"protocol": protocol, "rounds": rounds}), worlds)


def worlds_of(utilities, **more):
    return some_worlds(utilities, 0.3, held=np.arange(len(utilities))[:, None] % 2 == 0, **more)


@pytest.mark.parametrize(("protocol", "strategy"), EVERYBODY)
def test_a_batch_equals_its_worlds_one_at_a_time(protocol, strategy):
    worlds = worlds_of(RANDOM, drifts=0.01, gives_way=4.0, patience=6.0)
    batch = negotiation(protocol, strategy, worlds).play()
    for world in range(len(RANDOM)):
        alone = negotiation(protocol, strategy, worlds.take(np.array([world]))).play()
        for what in ("package", "round", "ending", "left_by", "closest", "acceptances"):
            assert getattr(alone, what)[0] == getattr(batch, what)[world], what


@pytest.mark.parametrize(("protocol", "strategy"), EVERYBODY)
def test_an_agreement_can_be_signed_by_all_whose_consent_it_needs(protocol, strategy):
    worlds = worlds_of(RANDOM)
    model = negotiation(protocol, strategy, worlds, q={"consent": {"when": {"y": ["f", "g"]}}})
    outcomes = model.play()
    for world in np.flatnonzero(outcomes.ending == Ending.AGREED):
        package = outcomes.package[world]
        for agent in model.parties:
            if model.positions.consent[agent.index, package]:
                assert worlds.utilities[world, agent.index, package] >= 0.3
        assert not (model.positions.blocking[package] & worlds.held_at(9)[world]).any()


@pytest.mark.parametrize("protocol", list(PROTOCOLS))
def test_conceders_find_deals(protocol):
    outcomes = negotiation(protocol, "conceder", worlds_of(RANDOM)).play()
    possible = outcomes.ending != Ending.NO_ZOPA
    assert (outcomes.ending[possible] == Ending.AGREED).mean() > 0.5


@pytest.mark.parametrize("protocol", list(PROTOCOLS))
def test_a_line_that_gives_way_opens_what_it_closed(protocol):
    only_a = np.zeros((1, 3, 12))
    only_a[:, :, 0] = 1.0  # the one package that all want crosses p's line
    told = {"protocol": protocol, "strategy": "conceder", "rounds": 60}  # a single text has to be found
    closed = negotiation(worlds=worlds_of(only_a), **told).play()
    opened = negotiation(worlds=worlds_of(only_a, gives_way=3.0), **told).play()
    assert closed.ending[0] == Ending.NO_ZOPA
    assert opened.ending[0] == Ending.AGREED
    assert opened.round[0] >= 3


@pytest.mark.parametrize("protocol", list(PROTOCOLS))
def test_what_no_deal_is_worth_may_drift_below_a_package(protocol):
    worth = np.full((1, 3, 12), 0.2)
    told = {"protocol": protocol, "strategy": "conceder"}
    assert negotiation(worlds=worlds_of(worth), **told).play().ending[0] == Ending.NO_ZOPA
    assert negotiation(worlds=worlds_of(worth, drifts=-0.05), **told).play().ending[0] == Ending.AGREED


@pytest.mark.parametrize("protocol", list(PROTOCOLS))
def test_a_party_that_never_consents_does_not_block(protocol):
    spoiler = RANDOM.copy()
    spoiler[:, 2] = 0.0
    blocked = negotiation(protocol, "conceder", worlds_of(spoiler)).play()
    free = negotiation(protocol, "conceder", worlds_of(spoiler), r={"consent": "never"}).play()
    assert (blocked.ending == Ending.NO_ZOPA).all()
    assert (free.ending == Ending.AGREED).any()
