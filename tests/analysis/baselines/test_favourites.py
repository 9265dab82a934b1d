"""The best package of each party, and who has put up something new."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.analysis.baselines.favourites import distinct, favourites


@given(st.lists(st.lists(st.integers(0, 4), min_size=3, max_size=3), min_size=1, max_size=4))
def test_the_first_of_each_kind_is_marked(rows):
    expected = [[package not in row[:place] for place, package in enumerate(row)] for row in rows]
    assert distinct(np.array(rows)).tolist() == expected


def test_rounding_does_not_decide():
    utilities = np.array([[[0.3, 0.1 + 0.2, 0.0]]])
    assert favourites(utilities, np.ones(3, dtype=bool)).tolist() == [[0]]


@pytest.mark.parametrize(("among", "expected"), [([1, 1, 1], 2), ([1, 1, 0], 1)])
def test_only_what_may_be_put_up_is_looked_at(among, expected):
    utilities = np.array([[[0.3, 0.5, 0.9]]])
    assert favourites(utilities, np.array(among, dtype=bool)).tolist() == [[expected]]
