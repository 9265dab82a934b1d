"""Sets of ids in one cell: what is written is read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.ensemble.spelling import spell, spelled

IDS = st.text("abc-_. é", min_size=1, max_size=6)  # ids of older scenarios may hold spaces
SETS = st.lists(st.lists(IDS, min_size=1, max_size=3).map(tuple), max_size=4)


@given(SETS, st.booleans())
def test_what_is_written_is_read_again(sets, cut):
    assert spelled(spell(sets, cut=cut)) == (sets, cut)


@pytest.mark.parametrize(("text", "sets"), [("", []), ("a", [("a",)]), ("a; b | c", [("a", "b"), ("c",)])])
def test_by_hand(text, sets):
    assert spelled(text) == (sets, False)
    assert spell(sets) == text


def test_one_empty_set_is_no_text():
    assert spell([[]]) == ""
