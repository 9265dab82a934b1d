"""A replay says what a plain negotiation of the same worlds says, made afresh, whatever it takes over."""

import numpy as np
import pytest
from builders import a_scenario, some_worlds
from examples import examples
from generators import scenarios
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.negotiation.diagnosis.ids import remedy_ids
from sim.negotiation.diagnosis.remedies import remedied
from sim.negotiation.endings import Ending
from sim.negotiation.model import Negotiation
from sim.negotiation.protocols import PROTOCOLS
from sim.negotiation.replay import Replay
from sim.negotiation.strategies import STRATEGIES
from sim.negotiation.strategies.choosing import Choosing
from sim.negotiation.strategies.outside import permit
from sim.scenario import StrategyChoice

WORLDS = 30
SEEN = (
    *("party", "parties", "round", "rounds", "time", "changed", "utilities", "reservation_values"),
    *("lowest", "highest", "acceptable", "levels", "stated_by_others", "options"),
)
ISSUES = {"x": "a b c", "y": "d e f g"}


def playing(case, party, strategy):
    return case.but(parties={**case.parties, party: case.parties[party].but(strategy=strategy)})


def changes(case):
    """Return the remedies, the first party with other strategies that prepare things, and no change."""
    yield from (remedied(case, remedy) for remedy in remedy_ids(case))
    yield from (
        playing(case, case.at_the_table[0], StrategyChoice(name=name)) for name in ("micro", "linear")
    )
    yield case


def check(played, changed, rows):
    """Compare one replay with the same worlds played from scratch; return where they agree."""
    replay = Replay(played, changed, rows)
    agrees = replay.agrees()
    scratch = Negotiation(changed, played.worlds.take(rows)).play()
    assert np.array_equal(agrees, scratch.ending == Ending.AGREED)
    assert np.array_equal(replay.table.package[rows], scratch.package)
    assert np.array_equal(replay.table.round[rows], scratch.round)
    replay.close()
    return agrees


@settings(max_examples=examples(12), deadline=None)
@given(scenarios(), st.integers(0, 2**32), st.lists(st.integers(0, 7), min_size=1, unique=True))
def test_of_any_scenario(case, seed, again):
    played = Negotiation(case, 8, rng=seed)
    played.play()
    for changed in changes(case):
        check(played, changed, np.sort(again))


def drifting(protocol, strategy, rounds):
    """Play worlds in which lines give way now and then, no deal gets worse, and some lose patience."""
    rng = np.random.default_rng(5)
    lines = {"p": {"x": "a"}, "q": {"x": ["b", "c"], "y": "d"}, "r": {"y": ["f", "g"]}}
    told = {
        party: {"strategy": strategy, "red_lines": {f"of-{party}": {"forbid": forbidden}}}
        for party, forbidden in lines.items()
    }
    worlds = some_worlds(
        rng.random((WORLDS, 3, 12)),
        rng.uniform(0.2, 0.6, (WORLDS, 3)),
        held=rng.random((WORLDS, 3)) < 0.8,
        gives_way=rng.choice([3, 5, 9, 66, 75, np.inf], (WORLDS, 3)),
        drifts=rng.choice([0, -0.005], (WORLDS, 3)),
        patience=rng.choice([6, np.inf], (WORLDS, 3), p=[0.1, 0.9]),
    )
    return Negotiation(a_scenario(ISSUES, told, negotiation={"protocol": protocol, "rounds": rounds}), worlds)


@pytest.mark.parametrize("strategy", list(STRATEGIES))
@pytest.mark.parametrize("protocol", list(PROTOCOLS))
def test_of_every_protocol_and_strategy(protocol, strategy):
    played = drifting(protocol, strategy, rounds=8)
    played.play()
    helps = [check(played, changed, np.arange(0, WORLDS, 3)) for changed in changes(played.case)]
    assert np.any(helps)


@pytest.mark.parametrize("strategy", ["hardliner", "micro"])
def test_of_more_rounds_than_are_planned_at_once(strategy):
    played = drifting("alternating_offers", strategy, rounds=70)
    played.play()
    helps = [check(played, changed, np.arange(WORLDS)) for changed in changes(played.case)]
    assert np.any(helps)


def test_of_worlds_in_which_nothing_changes():
    case = drifting("alternating_offers", "boulware", rounds=8).case
    worlds = some_worlds(np.random.default_rng(6).random((WORLDS, 3, 12)), 0.4, held=np.ones((WORLDS, 3)))
    played = Negotiation(case, worlds)
    missed = np.flatnonzero(played.play().ending == Ending.DEADLINE)
    helps = [check(played, changed, missed) for changed in changes(case)]
    assert np.any(helps)
    assert not np.all(helps)


@pytest.mark.parametrize("protocol", list(PROTOCOLS))
def test_a_seat_taken_over_is_a_new_seat_in_its_first_round(protocol):
    played = drifting(protocol, "boulware", rounds=8)
    played.play()
    changed = remedied(played.case, "more_rounds")
    models = Replay(played, changed, np.arange(WORLDS)), Negotiation(changed, played.worlds)
    for model in models:
        model.round = 1
        model.agents.do("begin_round")
    for taken, new in zip(*(model.parties for model in models), strict=True):
        for name in SEEN:
            assert np.array_equal(getattr(taken.seat, name), getattr(new.seat, name))
        assert all(map(np.array_equal, taken.seat.mind, new.seat.mind))


def test_only_who_plays_differently_makes_a_new_plan(monkeypatch):
    planned = []
    ahead = Choosing.ahead
    monkeypatch.setattr(
        Choosing, "ahead", lambda self, *given: planned.append(self.seat.party) or ahead(self, *given)
    )
    played = drifting("alternating_offers", "boulware", rounds=8)
    played.step()
    planned.clear()
    Replay(played, remedied(played.case, "softer.q"), np.arange(WORLDS)).step()
    assert planned == [1]
    planned.clear()
    Replay(played, remedied(played.case, "more_rounds"), np.arange(WORLDS)).step()
    assert planned == [0, 1, 2]


GREEDY = """
import sim


class Greedy(sim.Demanding):
    def demands(self, rows):
        self.seat.lowest.base[:] = self.seat.highest  # it is not meant to
        return self.seat.highest[rows] - 0.01 * self.seat.round
"""


def test_what_outside_code_does_to_its_seat_is_not_taken_over(tmp_path):
    (tmp_path / "greedy.py").write_text(GREEDY, encoding="utf-8")
    plain = drifting("alternating_offers", "boulware", rounds=8)
    case = playing(plain.case, "q", StrategyChoice(python="greedy:Greedy"))
    played = Negotiation(permit(case, tmp_path), plain.worlds)
    played.play()
    for changed in changes(played.case):
        check(played, changed, np.arange(WORLDS))
