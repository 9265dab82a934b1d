from hypothesis import given
from hypothesis import strategies as st

from sim.analysis.comparing.points import points, probability


@given(st.floats(-1, 1), st.floats(0, 0.1))
def test_what_is_said_is_near_and_nothing_has_no_sign(difference, half):
    told, interval = points(difference, difference - half, difference + half)
    assert abs(float(told) - 100 * difference) <= 0.0500001
    assert (told[0] in "+-") == (float(told) != 0)
    low, high = map(float, interval.split(" to "))
    assert low <= float(told) <= high


@given(st.floats(0.0001, 0.1))
def test_an_interval_is_never_told_as_a_point(half):
    _, interval = points(0.0, -half, half)
    low, high = map(float, interval.split(" to "))
    assert low < high


def test_a_small_probability_is_not_none():
    assert probability(0.0009) == "below 0.001"
    assert probability(0.9996) == "1.000"
