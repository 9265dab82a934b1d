"""Ranks against SciPy's."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import rankdata

from sim.analysis.sensitivity.ranks import below, mean_ranks


@given(st.lists(st.integers(0, 5), min_size=1, max_size=40))
def test_they_are_scipys(numbers):
    column = np.array(numbers, float)
    less, equal = below(column)
    assert np.array_equal(mean_ranks(column), rankdata(column))
    assert np.array_equal(less + 1, rankdata(column, "min"))
    assert np.array_equal(less + equal, rankdata(column, "max"))
