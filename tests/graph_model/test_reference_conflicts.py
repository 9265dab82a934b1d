"""Published conflicts: every recorded entry, by name."""

import numpy as np
import pytest
import reference_conflicts
from reference_conflicts import (
    CONVENTIONS,
    NAMES,
    RECORDED_CONCEPTS,
    in_options,
    loaded,
    more_comparisons,
    moves_of,
    preferences_of,
)

from sim.graph_model import coalition_improvements, coalition_stable, equilibria, nash, shortest_paths

ENTRIES = {"Prisoners": 3, "SyriaIraq": 3, "Elmira": 4, "Garrison": 5}
"""Parties and equilibria of each conflict."""


def test_every_entry_is_the_recorded_one(reference):
    compared = reference_conflicts.comparisons(reference)
    assert len(compared) == len(CONVENTIONS) * len(RECORDED_CONCEPTS) * sum(ENTRIES.values())
    assert [one for one in compared if one.ours != one.recorded] == []


def test_figures_counts_and_coalitions_are_the_recorded_ones(reference):
    compared = more_comparisons(reference)
    assert len(compared) == 5 + 4 + 4 + 1
    assert [one for one in compared if one.ours != one.recorded] == []


@pytest.mark.parametrize("name", NAMES)
def test_who_controls_what_makes_the_recorded_moves(reference, name):
    case = loaded(reference, name)
    moves, packages = in_options(case)
    listed = moves_of(case)
    assert np.array_equal(np.flatnonzero(moves.possible), sorted(packages))
    for party in range(moves.parties):
        for state, package in enumerate(packages):
            ends = sorted(packages.index(end) for end in moves.of(party, package))
            assert ends == listed.of(party, state)


def test_elmira_coalition_of_ministry_and_company_leaves_an_equilibrium(reference):
    case = loaded(reference, "Elmira")
    moves, preferences = moves_of(case), preferences_of(case)
    ministry, company, government = range(3)
    assert equilibria(nash(moves, preferences))[6]
    assert not coalition_stable(moves, preferences, [ministry, company])[6]
    assert coalition_improvements(moves, preferences, [ministry, company])[6] == [9]
    assert shortest_paths(moves, 0, preferences)[6] == ((government, 6),)
    assert 9 not in shortest_paths(moves, 6, preferences)  # nobody improves by the first step alone
    assert shortest_paths(moves, 6)[9] == ((ministry, 7), (company, 9))
