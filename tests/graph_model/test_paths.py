"""Status-quo paths: what is reached, by whom, and that no path is shorter."""

from itertools import pairwise, product

import numpy as np
import pytest
from conflicts import check_path, conflicts, reached, untimed
from hypothesis import given
from hypothesis import strategies as st

from sim.errors import InputError
from sim.graph_model import CONVENTIONS, Moves, Step, shortest_paths

conventions = pytest.mark.parametrize("sanctions", CONVENTIONS)


@conventions
@pytest.mark.parametrize("improving", [False, True])
@untimed
@given(conflict=conflicts(), data=st.data())
def test_paths_lead_to_all_that_is_reached(sanctions, improving, conflict, data):
    start = data.draw(st.sampled_from(conflict.packages))
    movers = data.draw(st.sets(st.sampled_from(conflict.parties)))
    preferences = conflict.preferences if improving else None
    paths = shortest_paths(conflict.moves, start, preferences, movers, sanctions)
    assert set(paths) == reached(conflict, start, movers, sanctions, improving) - {start}
    for package, path in paths.items():
        check_path(conflict, start, path, sanctions, improving)
        assert path[-1].package == package
        assert {step.party for step in path} <= movers


@untimed
@given(conflicts())
def test_no_sequence_is_shorter(conflict):
    """Go through every sequence of up to three moves."""
    paths = shortest_paths(conflict.moves, 0)
    for length in range(1, 4):
        for parties in product(conflict.parties, repeat=length):
            if all(one != other for one, other in pairwise(parties)):
                ends = {0}
                for party in parties:
                    ends = {end for package in ends for end in conflict.lists[party][package]}
                assert all(len(paths[end]) <= length for end in ends - {0})


def test_the_nearest_first_and_the_earlier_party():
    moves = Moves.listed([[[1], [], []], [[1, 2], [], []]])
    assert shortest_paths(moves, 0) == {1: (Step(0, 1),), 2: (Step(1, 2),)}


def test_a_path_may_come_back_to_the_start():
    """The second party can only go on from the start after the first came back to it."""
    moves = Moves.listed([[[1], [0], []], [[2], [0], []]])
    assert list(shortest_paths(moves, 1)) == [0, 2]
    assert shortest_paths(moves, 1)[2] == (Step(0, 0), Step(1, 2))


def test_every_problem_at_once():
    with pytest.raises(InputError) as raised:
        shortest_paths(Moves.listed([[[1], []]]), 2, np.zeros((1, 2)), sanctions="never")
    assert [problem.path for problem in raised.value.problems] == ["start", "sanctions"]
