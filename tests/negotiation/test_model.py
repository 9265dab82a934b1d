"""The model has the manners that Mesa's users expect."""

import mesa
import numpy as np
from builders import a_scenario
from mesa.agentset import AbstractAgentSet

import sim
from sim.negotiation.model import Negotiation
from sim.negotiation.party_agent import PartyAgent

CASE = a_scenario({"x": "a b"}, {"p": {"no_deal": {"value": [0, 1]}}, "q": {}, "w": {"consent": "never"}})


def test_it_is_a_mesa_model_with_one_agent_for_each_party_at_the_table():
    model = Negotiation(CASE, worlds=3, rng=1)
    assert isinstance(model, mesa.Model)
    assert isinstance(model.agents, AbstractAgentSet)
    assert [agent.party for agent in model.agents] == ["p", "q"]
    assert all(isinstance(agent, PartyAgent) for agent in model.agents)


def test_a_step_is_one_round_in_all_worlds():
    model = Negotiation(sim.load("2025-08-21"), worlds=10, rng=1)
    model.step()
    model.step()
    assert model.round == 2
    assert model.running


def test_the_seed_is_mesas_rng_and_the_scenarios_own_by_default():
    assert np.array_equal(
        Negotiation(CASE, 5, rng=7).worlds.reservation_values,
        Negotiation(CASE, 5, rng=7).worlds.reservation_values,
    )
    default = Negotiation(CASE, 5).worlds.reservation_values
    assert np.array_equal(default, Negotiation(CASE, 5, rng=CASE.ensemble.seed).worlds.reservation_values)
    assert not np.array_equal(default, Negotiation(CASE, 5, rng=7).worlds.reservation_values)


def test_seed_0_is_a_seed():
    case = CASE.but(ensemble=CASE.ensemble.but(seed=5))
    zero, own = Negotiation(case, 5, rng=0), Negotiation(case, 5)
    assert not np.array_equal(zero.worlds.reservation_values, own.worlds.reservation_values)


def test_playing_draws_nothing_from_the_models_random_numbers():
    model = Negotiation(sim.load("2025-08-21"), worlds=5, rng=1)
    before = model.random.getstate(), model.rng.bit_generator.state
    model.play()
    assert (model.random.getstate(), model.rng.bit_generator.state) == before


def test_it_can_be_subclassed():
    class Impatient(Negotiation):
        def step(self):
            super().step()
            self.running = self.running and self.round < 2

    model = Impatient(sim.load("2025-08-21"), worlds=3, rng=1)
    while model.running:
        model.step()
    assert model.round == 2
