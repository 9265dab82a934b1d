"""What a party does rests on what it may see: its own mind, what is stated, what is said, and the time."""

from dataclasses import replace
from itertools import zip_longest

import numpy as np
import pytest
from builders import a_scenario, some_worlds

from sim.negotiation.model import Negotiation
from sim.negotiation.protocols import PROTOCOLS
from sim.negotiation.strategies import STRATEGIES

RANDOM = np.random.default_rng(7)
WORLDS = 15
LINES = {
    "p": {"p-line": {"forbid": {"x": "a", "y": ["d", "e"]}}},
    "q": {"q-line": {"forbid": {"x": "b"}}},
    "r": {"r-line": {"forbid": {"y": "g"}}},
}


def negotiation(protocol, strategy, worlds, watched=False):
    told = {party: {"strategy": strategy, "red_lines": lines} for party, lines in LINES.items()}
    return Negotiation(
        a_scenario({"x": "a b c", "y": "d e f g"}, told, negotiation={"protocol": protocol, "rounds": 12}),
        worlds,
        watched=watched,
    )


def some_minds(party=None):
    """Draw worlds; with a party, the same but for everything private of that party."""
    rng = np.random.default_rng(3)
    worlds = some_worlds(rng.random((WORLDS, 3, 12)), 0.3, held=rng.random((WORLDS, 3)) < 0.5)
    if party is None:
        return worlds
    utilities, held, no_deal = worlds.utilities.copy(), worlds.held.copy(), worlds.reservation_values.copy()
    utilities[:, party] = RANDOM.random((WORLDS, 12))
    held[:, party] = ~held[:, party]
    no_deal[:, party] = RANDOM.uniform(0, 0.6, WORLDS)
    luck, patience = worlds.luck.copy(), worlds.patience.copy()
    luck[:, party] = RANDOM.random(WORLDS)
    patience[:, party] = RANDOM.integers(3, 9, WORLDS)
    return replace(
        worlds, utilities=utilities, held=held, reservation_values=no_deal, luck=luck, patience=patience
    )


def said(protocol, strategy, worlds, world):
    one = worlds.take(np.array([world]))
    model = negotiation(protocol, strategy, one, watched=True)
    model.play()
    return [(t.round, t.party, t.action, t.package, t.refused, t.why) for t in model.transcript]


@pytest.mark.parametrize("strategy", list(STRATEGIES))
@pytest.mark.parametrize("protocol", list(PROTOCOLS))
def test_another_partys_mind_changes_nothing_until_it_shows(protocol, strategy):
    changed_party = 1
    before, after = some_minds(), some_minds(changed_party)
    showed = 0
    for world in range(WORLDS):
        one, other = (said(protocol, strategy, worlds, world) for worlds in (before, after))
        pairs = ((before, after) for before, after in zip_longest(one, other) if before != after)
        before_, after_ = next(pairs, (None, None))
        if before_ or after_:
            showed += 1
            speakers = {turn[1] for turn in (before_, after_) if turn}
            assert "q" in speakers, f"world {world}: {before_} against {after_}"
    assert showed > 0


def test_a_seat_holds_nothing_of_the_others():
    worlds = some_minds()
    model = negotiation("alternating_offers", "boulware", worlds)
    model.step()
    for agent in model.parties:
        arrays = [array for array in vars(agent.seat).values() if isinstance(array, np.ndarray)]
        for other in range(3):
            if other != agent.index:
                private = (worlds.utilities[:, other], worlds.reservation_values[:, other])
                assert not any(np.shares_memory(array, hidden) for array in arrays for hidden in private)
                assert not any(
                    array.shape == hidden.shape and np.array_equal(array, hidden)
                    for array in arrays
                    for hidden in private[:1]
                )


def test_a_seat_is_told_only_of_its_own_lines():
    worlds = some_minds()
    model = negotiation("alternating_offers", "boulware", worlds)
    model.step()
    for agent in model.parties:
        own = model.positions.lines_of(agent.index)
        for world in range(WORLDS):
            assert not (agent.seat.held_lines(world) & ~own).any()
