"""Moves: from lists, and from who controls which issue."""

from itertools import product

import numpy as np
import pytest
from conflicts import conflicts, spaces, untimed
from hypothesis import given

from sim.errors import InputError
from sim.graph_model import Moves, controlled_moves


def may_move(before, after, controlled, one_way):
    """Say whether a move may change one package into the other, by the definition."""
    changed = [issue for issue in range(len(before)) if before[issue] != after[issue]]
    forward = all(
        {before[issue], after[issue]} <= set(one_way[issue])
        and one_way[issue].index(before[issue]) < one_way[issue].index(after[issue])
        for issue in changed
        if issue in one_way
    )
    return bool(changed) and set(changed) <= set(controlled) and forward


@untimed
@given(spaces())
def test_a_move_changes_only_what_its_party_controls(space):
    shape, possible, controls, one_way = space
    moves = controlled_moves(*space)
    packages = list(product(*map(range, shape)))
    for party, package in product(range(len(controls)), range(len(packages))):
        assert moves.of(party, package) == [
            end
            for end in range(len(packages))
            if possible[package] and possible[end]
            if may_move(packages[package], packages[end], controls[party], one_way)
        ]


@untimed
@given(conflicts())
def test_backward_arrows_are_the_same_moves(conflict):
    moves = conflict.moves
    starts, ends = moves.backward
    for party, package in product(range(moves.parties), range(moves.packages)):
        sources = ends[starts[party, package] : starts[party, package + 1]].tolist()
        assert sources == [one for one in range(moves.packages) if package in moves.of(party, one)]


@untimed
@given(conflicts())
def test_lists_come_back_as_they_were(conflict):
    moves = conflict.moves
    assert (moves.parties, moves.packages) == conflict.preferences.shape
    assert [[moves.of(p, k) for k in conflict.packages] for p in conflict.parties] == conflict.lists


def test_lists_are_sorted_and_name_a_package_once():
    assert Moves.listed([[[2, 1, 2], [], []]]).of(0, 0) == [1, 2]


def test_every_problem_of_lists_at_once():
    with pytest.raises(InputError) as raised:
        Moves.listed([[[1], [1]], [[-1], [], [3]], [[], [], []]])
    assert [str(problem) for problem in raised.value.problems] == [
        "2 lists of packages, expected 3, one for each package @ 0",
        "no package 1 to move to, expected one of 0 to 2 and not 1 itself @ 0.1",
        "no package -1 to move to, expected one of 0 to 2 and not 0 itself @ 1.0",
        "no package 3 to move to, expected one of 0 to 2 and not 2 itself @ 1.2",
    ]


def test_no_parties():
    moves = controlled_moves((2, 2), np.ones(4, dtype=bool), [])
    assert (moves.parties, moves.packages) == (0, 4)
    assert Moves.listed([]).packages == 0


def test_an_issue_of_several_parties_and_one_of_nobody():
    moves = controlled_moves((2, 2), np.ones(4, dtype=bool), [[0], [0]])
    assert [moves.of(party, 0) for party in range(2)] == [[2], [2]]
