"""The number of a world depends on seed, name and world alone."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from sim.worlds import Streams


@given(st.integers(0, 2**63), st.text(max_size=20), st.integers(0, 50), st.integers(0, 50))
def test_any_part_of_a_stream_is_that_part_of_the_whole(seed, name, first, count):
    whole = Streams(seed, 0, 100)(name)
    assert np.array_equal(Streams(seed, first, count)(name), whole[first : first + count])


def test_names_and_seeds_have_streams_of_their_own():
    base = Streams(0, 0, 1000)("x")
    assert abs(np.corrcoef(base, Streams(0, 0, 1000)("y"))[0, 1]) < 0.1
    assert abs(np.corrcoef(base, Streams(1, 0, 1000)("x"))[0, 1]) < 0.1


def test_numbers_are_uniform():
    assert stats.kstest(Streams(7, 0, 20_000)("x"), "uniform").pvalue > 0.001


def test_the_numbers_of_version_1_do_not_change():
    """These may never change: they are the draws of every stored run."""
    assert Streams(1, 0, 3)("parties.russia.no_deal.value").tolist() == PINNED


PINNED = [0.8170411739952085, 0.005051615377048346, 0.14999173114958986]
