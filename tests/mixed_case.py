"""A small scenario with all that decides who accepts what in the last round, and that told a second time."""

from typing import NamedTuple

import numpy as np
import oracle
from builders import a_scenario

from sim.worlds import draw

WORLDS, SEED, WITHIN = 120, 3, 0.1


def a_mixed_case(**ensemble):
    """Build it: lines that soften, values that drift, a party with no say, others with some, and a rule."""
    scores = {"x": {"a": [0, 1], "b": [0, 1]}, "y": {"c": [0, 1], "d": 0.5, "e": [0, 1]}, "z": {"f": [0, 1]}}
    wants = {"weights": {"x": [1, 3], "y": [0, 4], "z": 1}, "scores": scores}
    return a_scenario(
        {"x": "a b", "y": "c d e", "z": "f g"},
        {
            "p": {
                "preferences": wants,
                "no_deal": {"value": [0.1, 0.6], "drift": [-0.01, 0.02]},
                "red_lines": {
                    "l": {"forbid": {"x": "a", "z": "g"}, "firmness": 0.7, "softens": {"round": [2, 12]}},
                },
            },
            "q": {
                "preferences": wants,
                "no_deal": {"value": [0.1, 0.6]},
                "consent": {"when": {"x": "b", "y": "e"}},
                "red_lines": {"m": {"require": {"y": ["c", "d"]}, "firmness": [0.2, 0.6]}},
            },
            "r": {
                "preferences": wants,
                "no_deal": {"value": 0.4},
                "consent": "never",
                "red_lines": {"n": {"forbid": {"x": "b"}, "firmness": 0.5}},
            },
            "s": {
                "preferences": {"weights": {"x": 1}, "scores": {"x": {"b": 1}}},  # ties
                "no_deal": {"value": [-0.2, 0.8]},
                "consent": {"when": {"z": "f"}},
            },
        },
        rules=[{"forbid": {"x": "b", "y": "c", "z": "g"}, "because": "It makes no sense."}],
        negotiation={"rounds": 10},
        ensemble=ensemble,
    )


class Plain(NamedTuple):
    """A world in the last round; parties and packages are places."""

    utilities: list[list[float]]
    reservation_values: list[float]
    accepts: list[set[int]]
    unblocked: set[int]
    zopa: set[int]


def plain_worlds(case, seed, worlds):
    """Tell of each world, by the page's rules, who accepts which packages in the last round."""
    public, drawn = oracle.Public(case), draw(case, seed, 0, worlds)
    return [_told(case, public, oracle.world_of(drawn, place)) for place in range(worlds)]


def _told(case, public, world):
    rounds, every = case.negotiation.rounds, range(len(public.packages))
    held = world.held_in(rounds)
    values = [world.reservation_value(party, rounds) for party in range(len(public.parties))]
    accepts = [
        {
            package
            for package in every
            if not public.crossing[package] & public.lines_of({party}) & held
            and world.utilities[party][package] >= value
        }
        for party, value in enumerate(values)
    ]
    return Plain(
        utilities=world.utilities,
        reservation_values=values,
        accepts=accepts,
        unblocked={package for package in public.negotiable if not public.blocking[package] & held},
        zopa={
            package
            for package in public.negotiable
            if all(package in accepts[party] for party in public.consent[package])
        },
    )


def possible(case):
    return np.flatnonzero(case.space.possible).tolist()


def by_package(table):
    return table.set_index("package")
