import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import spearmanr

from sim.analysis.plane.opposed import most_opposed, rank_correlation

WORTH = st.lists(st.integers(0, 4), min_size=5, max_size=5).map(lambda each: np.array(each, float))


@settings(max_examples=25)
@given(WORTH.filter(np.ptp), WORTH.filter(np.ptp))
def test_it_is_that_of_spearman_and_knows_only_the_order(one, other):
    found = rank_correlation(one, other)
    assert found == pytest.approx(spearmanr(one, other).statistic)
    assert found == pytest.approx(rank_correlation(one**3, other))
    assert found == rank_correlation(other, one)


def test_the_indifferent_have_none_and_are_chosen_last():
    level, up, down = np.full(3, 0.5), np.array([0.1, 0.2, 0.3]), np.array([0.3, 0.2, 0.1])
    assert np.isnan(rank_correlation(level, up))
    assert most_opposed(np.stack([level, up, up, down]), range(4)) == (1, 3)
    assert most_opposed(np.stack([level, up]), range(2)) == (0, 1)
    assert most_opposed(np.stack([level, up]), [1]) is None
