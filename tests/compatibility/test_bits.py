"""Sets of lines as words of 64 bits."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sim.compatibility import bits

MEMBERS = st.tuples(st.integers(0, 5), st.integers(0, 140)).flatmap(lambda shape: arrays(bool, shape))


@given(MEMBERS)
def test_unpack_undoes_pack(members):
    assert np.array_equal(bits.unpack(bits.pack(members), members.shape[1]), members)


@given(MEMBERS)
def test_count_counts_members(members):
    assert np.array_equal(bits.count(bits.pack(members)), members.sum(axis=1))


def test_line_65_is_the_first_bit_of_the_second_word():
    members = np.zeros(65, dtype=bool)
    members[64] = True
    assert bits.pack(members).tolist() == [0, 1]
    assert bits.names(bits.pack(members), [f"l{n}" for n in range(65)]) == ("l64",)
