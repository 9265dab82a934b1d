"""Groups of correlated quantities, and whether anything can be correlated so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from sim.scenario import Correlation
from sim.scenario.correlation import groups, is_possible, matrix

pairs = st.lists(
    st.lists(st.sampled_from("abcdefgh"), min_size=2, max_size=2, unique=True).map(tuple), max_size=8
)


def correlations(*pairs, rank=0.5):
    return [Correlation(between=tuple(pair), rank=rank) for pair in pairs]


@given(pairs)
def test_groups_are_the_connected_parts(pairs):
    found = groups(correlations(*pairs))
    together = {frozenset(name for name in "abcdefgh" if _reaches(pairs, start, name)) for start, _ in pairs}
    assert {frozenset(group) for group in found} == together
    mentioned = list(dict.fromkeys(name for pair in pairs for name in pair))
    for group in found:
        assert list(group) == [name for name in mentioned if name in group]
    assert [group[0] for group in found] == [name for name in mentioned if any(g[0] == name for g in found)]


def _reaches(pairs, start, end):
    reached = {start}
    for _ in range(8):
        reached |= {name for pair in pairs if reached & set(pair) for name in pair}
    return end in reached


def test_what_is_not_said_is_0():
    assert matrix("abc", correlations("ab", rank=-0.5)).round(4).tolist() == [
        [1, -0.5176, 0],
        [-0.5176, 1, 0],
        [0, 0, 1],
    ]


def test_three_cannot_all_be_opposed():
    assert is_possible(matrix("abc", correlations("ab", "bc", "ac", rank=-0.4)))
    assert not is_possible(matrix("abc", correlations("ab", "bc", "ac", rank=-0.6)))
    assert not is_possible(matrix("abc", correlations("ab", "bc", rank=0.9)))


@pytest.mark.parametrize("rank", [1, -1, 1.5, float("nan"), True, "0.5"])
def test_ranks_lie_between(rank):
    with pytest.raises(ValidationError):
        Correlation(between=("a", "b"), rank=rank)


@pytest.mark.parametrize("between", [("a",), ("a", "b", "c")])
def test_it_is_between_two(between):
    with pytest.raises(ValidationError, match="expected two paths, found"):
        Correlation(between=between, rank=0)
