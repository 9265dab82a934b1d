"""The page on the model in the ODD protocol names everything there is, and a world can be played from it."""

from dataclasses import fields
from functools import partial, reduce
from hashlib import blake2b
from itertools import product
from math import inf
from operator import add
from pathlib import Path

import numpy as np
import pytest
from builders import a_scenario

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
EXPONENTS = {"boulware": 4.0, "linear": 1.0, "conceder": 0.25}
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


# From here on, a second reading of the page: nothing below is taken from the code but the scenario's text.


def uniform(name, world, seed=SEED):
    key = int.from_bytes(blake2b(f"{seed}/{name}".encode(), digest_size=16).digest(), "little")
    block = np.random.Philox(key=key, counter=world // 4).random_raw(4)
    return (int(block[world % 4]) >> 11) * 2.0**-53


def throw(luck, number):
    z = int(np.float64(luck).view(np.uint64)) + number * 0x9E3779B97F4A7C15 & 2**64 - 1
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 & 2**64 - 1
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB & 2**64 - 1
    return ((z ^ (z >> 31)) >> 11) * 2.0**-53


def demand(least, most, exponent, round_, rounds, tolerance=0.001):
    share = 1 - (round_ / (rounds + 1)) ** exponent
    return min(max((most - least) * share + least - tolerance, least), most)


def added_up(numbers):
    return reduce(add, numbers, 0.0)  # the sum of floats that Python has built in is more exact


def matches(pattern, package):
    return all(package[issue] in options for issue, options in pattern.items())


class Party:
    """A party of one world, as the page has it; of numbers it knows certain and uniform ones."""

    def __init__(self, case, name, packages, world):
        self.name, told, path = name, case.parties[name], f"parties.{name}"
        number = partial(self.number, world)
        self.utilities = self.worth(case, told.preferences, f"{path}.preferences", packages, number)
        self.no_deal = number(f"{path}.no_deal.value", told.no_deal.value)
        lines = [(f"{path}.red_lines.{line}", red_line) for line, red_line in told.red_lines.items()]
        self.crosses = [
            [
                matches(line.forbid, package) if line.forbid else not matches(line.require, package)
                for _, line in lines
            ]
            for package in packages
        ]
        self.held = [
            uniform(f"{at}.held", world) < number(f"{at}.firmness", line.firmness) for at, line in lines
        ]
        self.needed = [told.consent == "always" or self.asked(told.consent, package) for package in packages]
        settings = told.strategy.settings
        self.exponent = EXPONENTS.get(told.strategy.name) or settings["exponent"]
        self.considerate = told.strategy.considerate

    @staticmethod
    def number(world, name, told):
        low, high = told.bounds
        return low if low == high else low + (high - low) * uniform(name, world)

    @staticmethod
    def asked(consent, package):
        return any(package[issue] in options for issue, options in consent.when.items())

    @staticmethod
    def worth(case, preferences, path, packages, number):
        weights = {i: number(f"{path}.weights.{i}", told) for i, told in preferences.weights.items()}
        weights = {issue: weights[issue] for issue in case.issues}
        total = added_up(weights.values())
        weights = {issue: weight / total for issue, weight in weights.items()}
        scores = {
            (i, o): number(f"{path}.scores.{i}.{o}", told)
            for i, options in preferences.scores.items()
            for o, told in options.items()
        }
        return [added_up(weights[i] * scores[i, o] for i, o in package.items()) for package in packages]

    def signable(self, package):
        return not any(
            held and crosses for held, crosses in zip(self.held, self.crosses[package], strict=True)
        )

    def acceptable(self, package):
        return self.signable(package) and self.utilities[package] >= self.no_deal

    def asks(self, among, round_, rounds):
        worth = [self.utilities[package] for package in among if self.signable(package)]
        if max(worth, default=-inf) < self.no_deal:
            return inf
        return demand(max(min(worth), self.no_deal), max(worth), self.exponent, round_, rounds)

    def offers(self, among, stated_by_others, asked):
        u = self.utilities
        meet = [package for package in among if self.acceptable(package) and u[package] >= asked]
        if not meet:  # the demand never exceeds the best package, so there is none that just misses it either
            return None
        if self.considerate:
            return min(meet, key=lambda package: (stated_by_others(package), u[package], package))
        worst = min(meet, key=lambda package: (u[package], package))
        miss = [
            package for package in among if self.acceptable(package) and asked - 1e-6 <= u[package] < asked
        ]
        nearest = max(miss, key=lambda package: (u[package], -package), default=worst)
        return nearest if miss and asked - u[nearest] < u[worst] - asked else worst


def all_packages(case):
    every = product(*(issue.options for issue in case.issues.values()))
    return [dict(zip(case.issues, options, strict=True)) for options in every]


def stated_by(others, package):
    return sum(sum(other.crosses[package]) for other in others)


def played(case, world):
    """Play one world of alternating offers among parties that concede with time: ending, package, round."""
    packages = all_packages(case)
    parties = {name: Party(case, name, packages, world) for name in case.parties}
    possible = [
        k for k, package in enumerate(packages) if not any(matches(r.forbid, package) for r in case.rules)
    ]
    negotiable = [k for k in possible if any(party.needed[k] for party in parties.values())]
    offer, offered_by, accepted = None, None, set()
    for round_ in range(1, case.negotiation.rounds + 1):
        for name in case.negotiation.order:
            party = parties[name]
            asked = party.asks(negotiable, round_, case.negotiation.rounds)
            others = [other for other in parties.values() if other is not party]
            faced = offer is not None and offered_by != name
            if faced and party.acceptable(offer) and party.utilities[offer] >= asked:
                accepted |= {name}
            elif (own := party.offers(negotiable, partial(stated_by, others), asked)) is not None:
                offer, offered_by, accepted = own, name, {name}
            else:
                continue
            if all(name in accepted for name, party in parties.items() if party.needed[offer]):
                return Ending.AGREED, offer, round_
    zopa = any(all(p.acceptable(k) for p in parties.values() if p.needed[k]) for k in negotiable)
    return Ending.DEADLINE if zopa else Ending.NO_ZOPA, -1, case.negotiation.rounds


@pytest.mark.parametrize("world", [0, 5, 11])
def test_a_uniform_number_can_be_made_from_the_page(world):
    name = "parties.russia.no_deal.value"
    assert uniform(name, world) == Streams(SEED, first=world, worlds=1)(name)[0]
    worlds = from_uniforms(sim.load("2025-08-21"), Streams(SEED, 0, 12))
    assert worlds.reservation_values[world, 0] == 0.35 + (0.65 - 0.35) * uniform(name, world)


def test_utilities_can_be_made_from_the_page_to_the_last_bit():
    case = sim.load("2025-08-21")
    worlds = from_uniforms(case, Streams(SEED, 0, 3))
    for place, name in enumerate(case.parties):
        assert Party(case, name, all_packages(case), 2).utilities == worlds.utilities[2, place].tolist()


def test_a_throw_can_be_made_from_the_page():
    assert throw(0.25, 7) == chance(np.array([0.25]), 7)[0]


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
    assert model.parties[0].strategy.demands(np.array([0]))[0] == demand(0.25, 1.0, 4, 10, 40)


def test_worlds_can_be_played_from_the_page():
    case, worlds = sim.load("2025-08-21"), WORLDS
    outcomes = Negotiation(case, worlds, rng=SEED).play()
    modelled = list(zip(outcomes.ending, outcomes.package, outcomes.round, strict=True))
    assert {Ending.AGREED, Ending.DEADLINE, Ending.NO_ZOPA} <= {Ending(ending) for ending, _, _ in modelled}
    assert [played(case, world) for world in range(worlds)] == modelled
