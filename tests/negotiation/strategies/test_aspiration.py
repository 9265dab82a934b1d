"""The demand of the time-dependent strategies, worked by hand."""

import numpy as np
import pytest
from builders import a_scenario, some_worlds
from hypothesis import given
from hypothesis import strategies as st

from sim.compatibility import positions
from sim.negotiation.seat import Seat
from sim.negotiation.strategies import STRATEGIES
from sim.negotiation.strategies.choosing import WorstGoodEnough

UTILITIES = [0.1, 0.4, 0.7, 0.9]
LINE = {"best": {"forbid": {"k": "d"}}}


def demands(name, reservation_value, *, line_held=False, rounds=9, **settings):
    case = a_scenario({"k": "a b c d"}, {"p": {"red_lines": LINE}})
    worlds = some_worlds([[UTILITIES]], reservation_value, held=[[line_held]])
    seat = Seat(0, positions(case), worlds, rounds)
    entry = STRATEGIES[name]
    strategy = entry.make(seat, WorstGoodEnough(seat), **entry.settings(**settings).model_dump())
    asked = []
    for round_ in range(1, rounds + 1):
        seat.begin_round(round_, worlds.held_at(round_))
        strategy.begin_round(np.array([0]))
        asked.append(float(strategy.demands(np.array([0]))[0]))
    return asked


@pytest.mark.parametrize(("name", "exponent"), [("boulware", 4), ("linear", 1), ("conceder", 0.25)])
def test_the_three_names_are_three_exponents(name, exponent):
    assert demands(name, 0.3) == demands("aspiration", 0.3, exponent=exponent)


def test_it_runs_from_the_best_to_the_reservation_value():
    asked = demands("linear", 0.4)
    expected = [0.5 * (1 - round_ / 10) + 0.4 - 0.001 for round_ in range(1, 10)]
    np.testing.assert_allclose(asked, np.clip(expected, 0.4, 0.9), rtol=1e-12)


def test_without_a_reservation_value_it_runs_to_the_worst():
    assert demands("conceder", 0.0, rounds=999)[-1] == pytest.approx(0.1, abs=1e-3)


def test_a_held_line_takes_the_best_out_of_reach():
    assert demands("boulware", 0.3, line_held=True)[0] == pytest.approx(0.7 - 0.001, abs=1e-4)


def test_with_nothing_signable_it_asks_for_the_impossible():
    assert demands("linear", 0.95) == [np.inf] * 9


@given(st.floats(0.05, 20), st.floats(0, 0.1), st.floats(0, 0.9))
def test_demands_never_rise_nor_leave_the_range(exponent, tolerance, reservation_value):
    asked = demands("aspiration", reservation_value, exponent=exponent, tolerance=tolerance)
    assert (np.diff(asked) <= 0).all()
    assert max(asked) <= 0.9
    assert min(asked) >= max(0.1, reservation_value)
