"""Ordinals are in the order of the floats, and differ where they differ."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sim.negotiation.strategies.ordinals import LAST, ordinals

FLOATS = st.floats(allow_nan=False)


@given(FLOATS, FLOATS)
def test_ordinals_are_in_the_order_of_the_floats(one, other):
    first, second = ordinals(np.array([one, other])).view(np.int64)
    assert (first < second, first == second) == (one < other, one == other)
    assert max(first, second) < np.int64(LAST)
