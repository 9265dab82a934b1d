"""Coalitions: what they reach, and what is stable for them, by definition."""

from itertools import chain, combinations

import numpy as np
import pytest
from conflicts import conflicts, reached, untimed
from hypothesis import given
from hypothesis import strategies as st

from sim.errors import InputError
from sim.graph_model import (
    COALITION_CONCEPTS,
    CONCEPTS,
    CONVENTIONS,
    Moves,
    coalition_improvements,
    coalition_reach,
    coalition_stable,
    coalitionally_stable,
    coalitions,
)

concepts = pytest.mark.parametrize("concept", COALITION_CONCEPTS)
conventions = pytest.mark.parametrize("sanctions", CONVENTIONS)
members_of = st.sets(st.integers(0, 3), min_size=1)


def joined(conflict, drawn):
    return sorted({member % len(conflict.lists) for member in drawn})


def stable_by_definition(conflict, members, concept, sanctions):
    def wanted(package, end):
        return all(conflict.preferences[one, end] > conflict.preferences[one, package] for one in members)

    def may_reach(package):
        return reached(conflict, package, members, "legal")

    def deterred(package, improvement):
        if concept == "nash":
            return False
        others = set(conflict.parties) - set(members)
        answers = reached(conflict, improvement, others, sanctions)
        spoilt = [end for end in answers if not wanted(package, end)]
        if concept == "gmr":
            return bool(spoilt)
        return any(not any(wanted(package, reply) for reply in may_reach(end)) for end in spoilt)

    return [
        all(deterred(package, end) for end in may_reach(package) if wanted(package, end))
        for package in conflict.packages
    ]


@concepts
@conventions
@untimed
@given(conflict=conflicts(), drawn=members_of)
def test_stable_is_what_the_definition_says(concept, sanctions, conflict, drawn):
    members = joined(conflict, drawn)
    ours = coalition_stable(conflict.moves, conflict.preferences, members, concept, sanctions)
    assert ours.tolist() == stable_by_definition(conflict, members, concept, sanctions)


@concepts
@conventions
@untimed
@given(conflict=conflicts())
def test_a_coalition_of_one_is_a_party(concept, sanctions, conflict):
    alone = CONCEPTS[concept](conflict.moves, conflict.preferences, sanctions)
    for party in conflict.parties:
        ours = coalition_stable(conflict.moves, conflict.preferences, [party], concept, sanctions)
        assert np.array_equal(ours, alone[party])


@untimed
@given(conflicts(), members_of)
def test_reach_and_improvements(conflict, drawn):
    members = joined(conflict, drawn)
    reach = coalition_reach(conflict.moves, members)
    improvements = coalition_improvements(conflict.moves, conflict.preferences, members)
    for package in conflict.packages:
        ends = sorted(reached(conflict, package, members, "legal"))
        assert np.flatnonzero(reach[package]).tolist() == ends
        worth = conflict.preferences[members]
        assert improvements.get(package, []) == [
            end for end in ends if (worth[:, end] > worth[:, package]).all()
        ]


@concepts
@untimed
@given(conflict=conflicts())
def test_a_batch_is_its_worlds_one_at_a_time(concept, conflict):
    worlds = np.stack([conflict.preferences, -conflict.preferences])
    batch = coalitionally_stable(conflict.moves, worlds, concept=concept)
    for world in range(2):
        alone = coalitionally_stable(conflict.moves, worlds[world], concept=concept)
        assert np.array_equal(batch[world], alone)


@untimed
@given(conflicts())
def test_all_coalitions_and_some(conflict):
    among = list(chain.from_iterable(combinations(conflict.parties, size) for size in (1, 2)))
    some = coalitionally_stable(conflict.moves, conflict.preferences, among)
    everybody = coalitionally_stable(conflict.moves, conflict.preferences)
    assert (everybody <= some).all()
    assert (some <= CONCEPTS["nash"](conflict.moves, conflict.preferences).all(axis=0)).all()


def test_all_of_them_are_two_to_the_power_of_the_parties_less_nobody():
    assert len(coalitions(5)) == 2**5 - 1
    assert coalitions(2) == [(0,), (1,), (0, 1)]


def test_unknown_concept():
    with pytest.raises(InputError, match="unknown coalition concept 'seq', expected one of nash, gmr, smr"):
        coalition_stable(Moves.listed([[[]]]), np.zeros((1, 1)), [0], "seq")
