"""Published conflicts, how stable each package is recorded to be, and how stable we find it.

The record (gmcr) numbers packages from 1; so do all lists of packages here. `comparisons` and
`more_comparisons` return everything that was compared, for the tests and for docs/validation.md.
"""

import json
from itertools import permutations
from typing import NamedTuple

import numpy as np

from sim.graph_model import (
    CONCEPTS,
    CONVENTIONS,
    Moves,
    coalition_improvements,
    coalitionally_stable,
    controlled_moves,
    equilibria,
    simultaneous,
)

NAMES = ("Prisoners", "SyriaIraq", "Elmira", "Garrison")
EVERYBODY = "equilibria"
RECORDED_CONCEPTS = (*CONCEPTS, "sim")
"""The record's `sim` is our `simultaneous`."""

DIRECTIONS = {"fwd": [0, 1], "back": [1, 0]}
"""One-way options: may only be taken, may only be given up."""


class Comparison(NamedTuple):
    """What is stable for a party, or for all of them, by our reckoning and by the record."""

    case: str
    convention: str
    concept: str
    party: str
    ours: list
    recorded: list


class Other(NamedTuple):
    """Something else that is recorded of a conflict."""

    case: str
    what: str
    ours: object
    recorded: object


def loaded(reference, name):
    """Read a conflict."""
    return json.loads((reference / "gmcr" / f"{name}.json").read_text("utf-8"))


def moves_of(case):
    """Return the moves listed in the record."""
    numbers = [one["state"] for one in case["states"]]
    return Moves.listed(
        [
            [[end - 1 for end in case["reachable"][party][str(number)]] for number in numbers]
            for party in case["decision_makers"]
        ]
    )


def preferences_of(case):
    """Return the recorded ranks, larger is better."""
    return np.array([case["payoffs_ordinal_higher_better"][party] for party in case["decision_makers"]])


def in_options(case):
    """Return the moves worked out from who owns which option, and the package of each recorded state."""
    options, parties = case["options"], case["decision_makers"]
    taken = np.array(list(np.ndindex((2,) * len(options)))) == 1
    possible = np.ones(len(taken), dtype=bool)
    for pattern in case["infeasible_patterns"]:
        possible &= ~np.logical_and.reduce([taken[:, option] == (said == "Y") for option, said in pattern])
    controls = [[one["index"] for one in options if one["owner"] == party] for party in parties]
    one_way = {int(option): DIRECTIONS[way] for option, way in case["irreversible"].items()}
    yes = np.array([[letter == "Y" for letter in one["yn"]] for one in case["states"]])
    packages = (yes @ (1 << np.arange(len(options))[::-1])).tolist()
    return controlled_moves((2,) * len(options), possible, controls, one_way), packages


def stable(case, concept, convention):
    """Mark what is stable for each party in a recorded conflict."""
    if concept != "sim":
        return CONCEPTS[concept](moves_of(case), preferences_of(case), convention)
    moves, packages = in_options(case)
    preferences = np.zeros((moves.parties, moves.packages), dtype=int)
    preferences[:, packages] = preferences_of(case)
    return simultaneous(moves, preferences)[:, packages]


def numbers(marked):
    """Return the numbers of marked packages as the record counts them."""
    return (np.flatnonzero(marked) + 1).tolist()


def comparisons(reference):
    """Compare every stability and equilibrium entry of every conflict under every convention."""
    return [
        one
        for name in NAMES
        for convention in CONVENTIONS
        for concept in RECORDED_CONCEPTS
        for one in _compared(loaded(reference, name), convention, concept)
    ]


def _compared(case, convention, concept):
    recorded = case["independent_definition_solver"][convention]
    marked = stable(case, concept, convention)
    for party, ours in zip(case["decision_makers"], marked, strict=True):
        told = recorded["stability"][concept][party]
        yield Comparison(case["case"], convention, concept, party, numbers(ours), told)
    everybody = recorded["equilibria"][concept]
    yield Comparison(case["case"], convention, concept, EVERYBODY, numbers(equilibria(marked)), everybody)


def more_comparisons(reference):
    """Compare what else is recorded: a published figure, rankings that make a package stable, coalitions."""
    garrison, rivals, elmira = (loaded(reference, name) for name in ("Garrison", "SyriaIraq", "Elmira"))
    return [*_figure_28(garrison), *_rankings(rivals), *_coalitions(elmira)]


def _figure_28(case):
    """Compare a published figure, which shows the equilibria without the option Full."""
    figure = case["published_fig28_GMCRplus_guide_filter_Full_N_and_GMR_Y"]
    shown = np.array([one["yn"][0] == "N" for one in case["states"]])
    for names, recorded in (
        (("gmr", "smr"), figure["gmr_and_smr"]),
        (("nash", "seq", "sim"), figure["nash_seq_sim"]),
    ):
        for name in names:
            ours = numbers(equilibria(stable(case, name, figure["matches_mode"])) & shown)
            yield Other(
                case["case"], f"figure 28, {name}, convention {figure['matches_mode']}", ours, recorded
            )


def _rankings(case):
    """Count the strict rankings of the first party with which a package is stable for everybody."""
    inverse, target = case["inverse_gmcr"], case["inverse_gmcr"]["target_state"] - 1
    rankings = np.array(list(permutations(range(len(case["states"])))))
    preferences = np.stack([rankings, np.broadcast_to(preferences_of(case)[1], rankings.shape)], axis=1)
    for name, concept in CONCEPTS.items():
        ours = np.count_nonzero(equilibria(concept(moves_of(case), preferences))[:, target])
        what = f"of {len(rankings)} rankings, those with which package {target + 1} is stable, {name}"
        yield Other(case["case"], what, int(ours), inverse["independent_counts"][name])


def _coalitions(case):
    recorded, parties = case["coalition_analysis"], case["decision_makers"]
    moves, preferences = moves_of(case), preferences_of(case)
    for names, improvements in recorded["coalition_improvements_legal_RH"].items():
        members = tuple(map(parties.index, names.split(",")))
        ours = {
            str(package + 1): [end + 1 for end in ends]
            for package, ends in coalition_improvements(moves, preferences, members).items()
        }
        yield Other(case["case"], f"improvements of the coalition {names}", ours, improvements)
    ours = numbers(coalitionally_stable(moves, preferences))
    told = recorded["coalitionally_nash_states_all_coalitions"]
    yield Other(case["case"], "no coalition has an improvement", ours, told)
