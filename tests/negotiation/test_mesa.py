"""Mesa as its users expect it: what a watched run collects, and what a model leaves alone."""

import ast
import gc
import inspect
import subprocess
import sys
import weakref
from pathlib import Path

import mesa
import numpy as np
import pytest
from builders import a_scenario
from mesa.agentset import AbstractAgentSet

import sim
from sim.negotiation.model import Negotiation
from sim.negotiation.party_agent import PartyAgent
from sim.negotiation.table import NONE

CASE = a_scenario({"x": "a b"}, {"p": {"no_deal": {"value": [0, 1]}}, "q": {}}, negotiation={"rounds": 3})
SOURCES = sorted(Path(sim.__file__).parent.rglob("*.py"))


def watched(protocol="alternating_offers", world=3):
    case = sim.load("2025-08-21", {"negotiation.protocol": protocol})
    model = Negotiation(case, first=world, rng=1, watched=True)
    model.play()
    return model


def by_round(model):
    return {
        number: [turn for turn in model.transcript if turn.round <= number]
        for number in range(1, model.round + 1)
    }


# what is collected


def test_one_row_for_each_round_and_one_for_each_round_and_agent():
    model = watched()
    table, agents = (
        model.datacollector.get_model_vars_dataframe(),
        model.datacollector.get_agent_vars_dataframe(),
    )
    assert table["round"].tolist() == list(range(1, model.round + 1))
    assert len(agents) == model.round * len(model.agents)
    assert agents.index.names == ["Step", "AgentID"]
    assert agents.loc[1, "party"].tolist() == [agent.party for agent in model.agents]


@pytest.mark.parametrize("world", [0, 3])
def test_offers_and_acceptances_are_those_of_the_transcript(world):
    model = watched(world=world)
    table = model.datacollector.get_model_vars_dataframe().set_index("round")
    agents = (
        model.datacollector.get_agent_vars_dataframe().droplevel("AgentID").set_index("party", append=True)
    )
    for number, turns in by_round(model).items():
        last = max(place for place, turn in enumerate(turns) if turn.action == "offers")
        accepted = {turn.party for turn in turns[last:] if turn.action in {"offers", "accepts"}}
        assert table.loc[number].tolist() == [turns[last].package, len(accepted)]
        for agent in model.agents:
            own = [turn.package for turn in turns if (turn.party, turn.action) == (agent.party, "offers")]
            row = agents.loc[number, agent.party]
            assert row["offer"] == (own[-1] if own else NONE)
            assert row["utility"] == model.worlds.utilities[0, agent.index, turns[last].package]
            assert row["accepted"] == (agent.party in accepted)


def test_of_a_single_text_the_text_and_its_signatures_are_collected():
    model = watched("single_text")
    table = model.datacollector.get_model_vars_dataframe().set_index("round")
    for number in table.index:
        now = [turn for turn in model.transcript if turn.round == number]
        signs = [turn for turn in now if turn.action == "signs"]
        text = {turn.package for turn in now if turn.action in {"signs", "does not sign"}}
        assert table.loc[number].tolist() == [*text, len(signs)]


@pytest.mark.parametrize("protocol", ["ratification", "simultaneous"])
def test_every_protocol_is_collected(protocol):
    model = watched(protocol)
    assert len(model.datacollector.get_agent_vars_dataframe()) == model.round * len(model.agents)


def test_of_a_batch_that_nobody_watches_nothing_is_collected():
    assert Negotiation(CASE, 5, rng=1).datacollector is None


# how it is used


def test_agents_are_an_agent_set():
    agents = Negotiation(sim.load("2025-08-21"), rng=1).agents
    assert isinstance(agents, AbstractAgentSet)
    assert agents.select(lambda agent: agent.party == "us").get("index") == [4]


def test_parameters_may_all_be_given_by_name_and_given_again_to_start_anew():
    given = {"case": CASE, "worlds": 1, "first": 0, "rng": 1, "public": None, "watched": True}
    assert set(inspect.signature(Negotiation).parameters) == set(given)
    one = Negotiation(**given)
    one.play()
    assert type(one)(**given).play().package == one.table.package


def test_steps_after_the_end_do_nothing():
    model = watched()
    round_, told, rows = (
        model.round,
        list(model.transcript),
        len(model.datacollector.get_model_vars_dataframe()),
    )
    model.step()
    assert not model.running
    assert (model.round, model.transcript) == (round_, told)
    assert len(model.datacollector.get_model_vars_dataframe()) == rows


def test_a_subclass_may_do_more_in_a_step():
    class Counting(Negotiation):
        steps_taken = 0

        def step(self):
            self.steps_taken += 1
            super().step()

    model = Counting(CASE, 5, rng=1)
    outcomes = model.play()
    assert model.steps_taken == model.round
    assert np.array_equal(outcomes.package, Negotiation(CASE, 5, rng=1).play().package)


# what is left alone


STATES = """
import random
import numpy, sim
case = sim.load("2025-08-21")
before = random.getstate(), str(numpy.random.get_state())
sim.Negotiation(case, 5, rng=1, watched=True).play()
print((random.getstate(), str(numpy.random.get_state())) == before)
"""


def test_the_random_numbers_of_others_are_left_alone():
    """In a process of its own: beartype, which checks axes here, draws which items it looks at."""
    told = subprocess.run([sys.executable, "-c", STATES], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "True"


def test_two_models_may_be_played_in_turns():
    case = sim.load("2025-08-21")
    one, other = (Negotiation(case, 5, rng=seed) for seed in (1, 2))
    while one.running or other.running:
        one.step()
        other.step()
    assert one.random is not other.random
    for model, seed in ((one, 1), (other, 2)):
        assert np.array_equal(model.outcomes().package, Negotiation(case, 5, rng=seed).play().package)


def test_the_name_scenario_is_left_to_mesa():
    model = Negotiation(CASE, rng=1)
    assert "scenario" not in {*vars(Negotiation), *vars(PartyAgent), *vars(model.agents[0])}
    assert type(model.scenario) is type(mesa.Model().scenario)


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_what_mesa_gives_up_is_not_used(source):
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        named = getattr(node, "id", None) or getattr(node, "attr", None) or getattr(node, "name", None)
        assert named not in {"batch_run", "BatchRunner"}
        assert ast.unparse(node) not in {"model.steps", "self.steps", "self.model.steps"}
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "super().__init__":
            assert "seed" not in {keyword.arg for keyword in node.keywords}


def test_models_that_were_played_are_freed():
    played = []
    for world in range(200):
        model = Negotiation(CASE, first=world, rng=1, watched=world % 2 == 0)
        model.play()
        played += [weakref.ref(model), *map(weakref.ref, model.parties)]
    del model
    gc.collect()
    assert [alive for alive in played if alive() is not None] == []
