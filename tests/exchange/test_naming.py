import re

from generators import TRAPS
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.exchange.naming import apart, file_stem, ids

names = st.lists(
    st.one_of(st.text(max_size=6), st.sampled_from([*TRAPS, "a b", "a_b", "a_b_2", "İ"])), max_size=6
)


@settings(max_examples=30, deadline=None)
@given(names=names)
def test_ids_are_words_and_no_two_the_same(names):
    found = ids(names, "party", taken=("mediator",))
    assert len(set(found)) == len(names)
    assert all(re.fullmatch(r"[\w-]+", one) for one in found)
    assert "mediator" not in found


@settings(max_examples=30, deadline=None)
@given(names=names)
def test_names_that_are_the_same_are_kept_apart(names):
    found = apart(names)
    assert len(set(found)) == len(names)
    assert found == names or len(set(names)) < len(names)


@settings(max_examples=30, deadline=None)
@given(name=st.text())
def test_every_name_makes_a_file(name):
    assert re.fullmatch(r"[\w-]{1,80}", file_stem(name))
