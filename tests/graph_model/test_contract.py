"""Every concept against its definition and the laws of the family, on tiny random conflicts."""

from itertools import permutations

import numpy as np
import pytest
from conflicts import Conflict, conflicts, reached, stable_by_definition, untimed
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sim.errors import InputError
from sim.graph_model import CONCEPTS, CONVENTIONS, controlled_moves, equilibria

concepts = pytest.mark.parametrize("concept", CONCEPTS)
conventions = pytest.mark.parametrize("sanctions", CONVENTIONS)


@concepts
@conventions
@untimed
@given(conflict=conflicts())
def test_stable_is_what_the_definition_says(concept, sanctions, conflict):
    ours = CONCEPTS[concept](conflict.moves, conflict.preferences, sanctions)
    assert ours.tolist() == stable_by_definition(conflict, concept, sanctions)


@conventions
@untimed
@given(conflict=conflicts())
def test_concepts_imply_one_another(sanctions, conflict):
    nash, gmr, smr, seq = (
        concept(conflict.moves, conflict.preferences, sanctions) for concept in CONCEPTS.values()
    )
    for narrow, wide in ((nash, seq), (seq, gmr), (nash, smr), (smr, gmr)):
        assert (narrow <= wide).all()


@concepts
@untimed
@given(conflict=conflicts())
def test_what_more_answers_deter_is_still_deterred(concept, conflict):
    legal, once, single = (
        CONCEPTS[concept](conflict.moves, conflict.preferences, sanctions) for sanctions in CONVENTIONS
    )
    assert (single <= once).all()
    assert (once <= legal).all()


@concepts
@conventions
@untimed
@given(conflict=conflicts(), data=st.data())
def test_the_order_of_parties_and_packages_changes_nothing(concept, sanctions, conflict, data):
    parties, packages = (data.draw(st.permutations(range(size))) for size in conflict.preferences.shape)
    other = conflict.reordered(parties, packages)
    ours = CONCEPTS[concept](conflict.moves, conflict.preferences, sanctions)
    theirs = CONCEPTS[concept](other.moves, other.preferences, sanctions)
    assert np.array_equal(theirs, ours[np.ix_(parties, packages)])


@concepts
@conventions
@untimed
@given(conflict=conflicts(), data=st.data())
def test_a_batch_is_its_worlds_one_at_a_time(concept, sanctions, conflict, data):
    elements = st.sampled_from([0.0, 1e-17, 0.5, 1.0])
    preferences = data.draw(arrays(float, (2, 3, *conflict.preferences.shape), elements=elements))
    batch = CONCEPTS[concept](conflict.moves, preferences, sanctions)
    for world in np.ndindex(2, 3):
        alone = CONCEPTS[concept](conflict.moves, preferences[world], sanctions)
        assert np.array_equal(batch[world], alone)


@concepts
@conventions
def test_no_worlds_and_nothing_possible(concept, sanctions):
    moves = controlled_moves((2, 2), np.zeros(4, dtype=bool), [[0], [1]])
    assert CONCEPTS[concept](moves, np.zeros((0, 2, 4)), sanctions).shape == (0, 2, 4)
    assert not CONCEPTS[concept](moves, np.zeros((2, 4)), sanctions).any()


@pytest.mark.parametrize("concept", ["gmr", "smr", "seq"])
def test_unknown_convention(concept):
    moves = controlled_moves((2,), np.ones(2, dtype=bool), [[0]])
    with pytest.raises(InputError, match=r"unknown sanction convention 'ones', did you mean 'once'\?"):
        CONCEPTS[concept](moves, np.zeros((1, 2)), "ones")


def test_equilibria_are_stable_for_all():
    stable = np.array([[[True, True], [True, False]], [[False, True], [True, True]]])
    assert equilibria(stable).tolist() == [[True, False], [False, True]]


def test_a_party_alone_is_never_answered():
    """Without opponents every concept is that of Nash."""
    conflict = Conflict([[[1], [2], []]], np.array([[0, 1, 0]]))
    for concept in CONCEPTS.values():
        assert concept(conflict.moves, conflict.preferences).tolist() == [[False, True, True]]


def test_only_a_legal_sequence_of_three_moves_deters():
    """Two opponents need three moves in turn: neither one move each nor one alone gets there."""
    lists = [[[1], [], [], [], []], [[], [2], [], [4], []], [[], [], [3], [], []]]
    conflict = Conflict(lists, np.array([[1, 2, 2, 2, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]]))
    found = {
        sanctions: bool(CONCEPTS["gmr"](conflict.moves, conflict.preferences, sanctions)[0, 0])
        for sanctions in CONVENTIONS
    }
    assert found == {"legal": True, "once": False, "single": False}


def test_no_party_moves_twice_in_a_row():
    lists = [[[1], [], [], []], [[], [2], [3], []], [[], [], [], []]]
    conflict = Conflict(lists, np.array([[1, 2, 2, 0], [0, 0, 0, 0], [0, 0, 0, 0]]))
    assert reached(conflict, 1, {1, 2}, "legal") == {2}
    assert not CONCEPTS["gmr"](conflict.moves, conflict.preferences)[0, 0]


def test_who_can_still_move_after_the_second_arrival():
    """Both opponents arrive at a package: then each may move on, in every order of parties."""
    for first, second in permutations((1, 2)):
        lists = [[[1], [], [], []], [[], [], [], []], [[], [], [], []]]
        lists[first][1], lists[second][1], lists[first][2] = [2], [2], [3]
        conflict = Conflict(lists, np.array([[1, 2, 2, 0], [0, 0, 0, 0], [0, 0, 0, 0]]))
        assert CONCEPTS["gmr"](conflict.moves, conflict.preferences)[0, 0]
