"""All offer at once, and overlap decides: worked by hand."""

import numpy as np
from builders import a_scenario, some_worlds

from sim.negotiation.endings import Ending
from sim.negotiation.model import Negotiation


def negotiate(utilities, strategies=("hardliner", "hardliner"), rounds=5, no_deal=0.0, worlds=1):
    case = a_scenario(
        {"x": "a b c"},
        {f"p{n}": {"strategy": strategy} for n, strategy in enumerate(strategies)},
        negotiation={"protocol": "simultaneous", "rounds": rounds},
    )
    model = Negotiation(case, some_worlds(np.tile(utilities, (worlds, 1, 1)), no_deal), watched=True)
    return model, model.play


def test_demands_that_overlap_at_once_are_agreed_in_the_first_round():
    model, play = negotiate([[0, 1, 0.5], [0.2, 1, 0.5]])
    outcomes = play()
    assert (outcomes.package[0], outcomes.round[0]) == (1, 1)
    assert [t.action for t in model.transcript[:2]] == ["offers", "offers"]


def test_demands_that_exclude_one_another_end_without_a_deal():
    _, play = negotiate([[1, 0.5, 0], [0, 0.5, 1]])
    assert play().ending[0] == Ending.DEADLINE


def test_all_name_their_package_before_anybody_answers():
    model, play = negotiate([[1, 0.5, 0], [0, 0.5, 1]], rounds=2)
    play()
    for round_ in (1, 2):
        actions = [t.action for t in model.transcript if t.round == round_]
        assert actions == ["offers", "offers", "refuses", "refuses"]


def test_of_several_offers_that_suit_all_a_lot_decides():
    model, _ = negotiate([[1, 1, 0], [1, 1, 0]], worlds=400)
    model.worlds.table_luck[:] = np.random.default_rng(1).random(400)
    model.parties[0].strategy.offers = lambda rows: np.zeros(len(rows), np.int64)
    model.parties[1].strategy.offers = lambda rows: np.ones(len(rows), np.int64)
    outcomes = model.play()
    assert (outcomes.ending == Ending.AGREED).all()
    assert 0.4 < (outcomes.package == 0).mean() < 0.6


def test_offers_do_not_outlive_their_round():
    model, _ = negotiate([[1, 0.5, 0], [0, 0.5, 1]], rounds=3)
    model.step()
    for agent in model.parties:
        agent.strategy.offers = lambda rows: np.full(len(rows), -1)
    model.step()
    assert model.table.offer[0] == -1
