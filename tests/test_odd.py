"""The page on the model in the ODD protocol names everything there is, and a world can be played from it."""

from dataclasses import fields
from hashlib import blake2b
from math import inf
from pathlib import Path

import numpy as np
import oracle
import pytest
from builders import a_scenario
from oracle import added_up

import sim
from sim.negotiation.chance import chance
from sim.negotiation.endings import Ending
from sim.negotiation.model import Negotiation
from sim.negotiation.protocols import PROTOCOLS
from sim.negotiation.strategies import STRATEGIES
from sim.worlds import Streams, Worlds, from_uniforms

PAGE = (Path(__file__).parents[1] / "docs" / "odd.md").read_text("utf-8")
ELEMENTS = (
    "Purpose and patterns",
    "Entities, state variables and scales",
    "Process overview and scheduling",
    "Design concepts",
    "Initialization",
    "Input data",
    "Submodels",
)
CONCEPTS = (
    "Basic principles",
    "Emergence",
    "Adaptation",
    "Objectives",
    "Learning",
    "Prediction",
    "Sensing",
    "Interaction",
    "Stochasticity",
    "Collectives",
    "Observation",
)
SETTINGS = {
    setting
    for noun in (
        *(entry.settings for entry in STRATEGIES.values()),
        *(p.Settings for p in PROTOCOLS.values()),
    )
    for setting in noun.model_fields
}
SEED, WORLDS = 1, 30


def test_it_has_the_elements_of_the_protocol_in_order():
    numbered = [f"\n## {place}. {element}\n" for place, element in enumerate(ELEMENTS, start=1)]
    headings = [*numbered[:4], *(f"\n### {concept}\n" for concept in CONCEPTS), *numbered[4:]]
    places = [PAGE.find(heading) for heading in headings]
    assert min(places) > 0
    assert places == sorted(places)


@pytest.mark.parametrize(
    "name",
    [
        *STRATEGIES,
        *PROTOCOLS,
        *sorted(SETTINGS),
        *Ending.__members__,
        *(field.name for field in fields(Worlds)),
    ],
)
def test_it_names(name):
    assert f"`{name}`" in PAGE


class Listening:
    """Uniform numbers that note which names they are asked for."""

    worlds = 2

    def __init__(self):
        self.names = set()

    def __call__(self, name):
        self.names.add(name)
        return np.full(self.worlds, 0.5)


def everything_uncertain():
    line = {
        "forbid": {"x": "a"},
        "firmness": [0.5, 1],
        "softens": {"round": [2, 9], "chance": [0.1, 0.3]},
    }
    told = {
        "red_lines": {"l": line},
        "preferences": {"weights": {"x": [1, 2]}, "scores": {"x": {"a": [0, 1]}}},
        "no_deal": {"value": [0, 1], "drift": [0, 0.01]},
        "walks_out": {"after": [2, 9], "chance": [0.1, 0.3]},
    }
    return a_scenario({"x": "a b"}, {"p": told}, negotiation={"order": "drawn"})


def with_placeholders(name):
    match name.split("."):
        case ["parties", _, "preferences", "weights", _]:
            return "parties.PARTY.preferences.weights.ISSUE"
        case ["parties", _, "preferences", "scores", _, _]:
            return "parties.PARTY.preferences.scores.ISSUE.OPTION"
        case ["parties", _, "red_lines", _, *rest]:
            return ".".join(["parties.PARTY.red_lines.LINE", *rest])
        case ["parties", _, *rest]:
            return ".".join(["parties.PARTY", *rest])
        case ["negotiation", "order", _]:
            return "negotiation.order.PARTY"
        case _:
            return name


def drawn(case):
    listening = Listening()
    from_uniforms(case, listening)
    return set(map(with_placeholders, listening.names))


def test_it_names_every_stream_and_no_other():
    listed = {
        row.split("`")[1] for row in PAGE.splitlines() if row.startswith(("| `parties.", "| `negotiation."))
    }
    listed -= {"negotiation.protocol"}  # a setting
    assert drawn(sim.load("2025-08-21")) < listed
    assert drawn(everything_uncertain()) == listed


# From here on, the draws a second time, from the page and the scenario's text; `oracle` plays them.


def uniform(name, world, seed=SEED):
    key = int.from_bytes(blake2b(f"{seed}/{name}".encode(), digest_size=16).digest(), "little")
    block = np.random.Philox(key=key, counter=world // 4).random_raw(4)
    return (int(block[world % 4]) >> 11) * 2.0**-53


def number(world, name, told):
    """Draw a number; of distributions it knows certain and uniform ones."""
    low, high = told.bounds
    return low if low == high else low + (high - low) * uniform(name, world)


def utilities(case, party, world):
    told, path = case.parties[party].preferences, f"parties.{party}.preferences"
    weights = {i: number(world, f"{path}.weights.{i}", told.weights[i]) for i in case.issues}
    scores = {
        (i, option): number(world, f"{path}.scores.{i}.{option}", score)
        for i, options in told.scores.items()
        for option, score in options.items()
    }
    total = added_up(weights.values())
    return [
        added_up(weights[i] / total * scores[i, o] for i, o in zip(case.issues, package, strict=True))
        for package in oracle.Public(case).packages
    ]


def drawn_world(case, world):
    """Draw a world of a scenario in which nobody drifts, softens or walks out, and the order is given."""
    lines = {
        f"parties.{party}.red_lines.{name}": line
        for party, told in case.parties.items()
        for name, line in told.red_lines.items()
    }
    return oracle.World(
        utilities=[utilities(case, party, world) for party in case.parties],
        reservation_values=[
            number(world, f"parties.{party}.no_deal.value", told.no_deal.value)
            for party, told in case.parties.items()
        ],
        drifts=[0.0 for _ in case.parties],
        held=[
            uniform(f"{path}.held", world) < number(world, f"{path}.firmness", line.firmness)
            for path, line in lines.items()
        ],
        gives_way=[inf for _ in lines],
        patience=[inf for _ in case.parties],
        luck=[uniform(f"parties.{party}.luck", world) for party in case.parties],
        table_luck=uniform("negotiation.luck", world),
        order=[list(case.parties).index(party) for party in case.negotiation.order],
    )


@pytest.mark.parametrize("world", [0, 5, 11])
def test_a_world_can_be_drawn_from_the_page_to_the_last_bit(world):
    case = sim.load("2025-08-21")
    worlds = from_uniforms(case, Streams(SEED, 0, 12))
    assert drawn_world(case, world) == oracle.world_of(worlds, world)


def test_a_throw_can_be_made_from_the_page():
    assert oracle.throw(0.25, 7) == chance(np.array([0.25]), 7)[0]


def test_a_demand_can_be_made_from_the_page():
    issue = "abcdefghijk"
    parties = {
        party: {
            "preferences": {"weights": {"x": 1}, "scores": {"x": dict(zip(issue, scores, strict=True))}},
            "no_deal": {"value": 0.25},
        }
        for party, scores in {"p": np.linspace(0, 1, 11), "q": np.linspace(1, 0, 11)}.items()
    }
    case = a_scenario({"x": " ".join(issue)}, parties, negotiation={"rounds": 40})
    model = Negotiation(case, 1)
    while model.round < 10:
        model.step()
    asked = oracle.demand(0.25, 1.0, 1 - (10 / 41) ** 4, 0.001)
    assert model.parties[0].strategy.demands(np.array([0]))[0] == asked


def test_worlds_can_be_played_from_the_page():
    case = sim.load("2025-08-21")
    modelled = oracle.outcomes_of(Negotiation(case, WORLDS, rng=SEED).play())
    assert {"AGREED", "DEADLINE", "NO_ZOPA"} <= {outcome.ending for outcome in modelled}
    assert [oracle.played(case, drawn_world(case, world)) for world in range(WORLDS)] == modelled
