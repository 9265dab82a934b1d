"""Which of the good-enough packages is offered, against a loop that reads like the rule."""

import numpy as np
from builders import a_scenario, some_worlds
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.compatibility import positions
from sim.negotiation.history import History
from sim.negotiation.seat import Seat
from sim.negotiation.strategies.choosing import NEARLY, considerate, worst_good_enough

LEVELS = st.sampled_from([0.0, 0.2, 0.5, 0.5 - 4e-7, 0.5 - 9e-7, 0.5 + 2e-7, 0.7, 1.0])
OTHERS = {"b": {"red_lines": {"x": {"forbid": {"k": ["o1", "o3"]}}, "y": {"forbid": {"k": ["o3", "o4"]}}}}}


def a_seat(utilities, reservation_value=0.0):
    case = a_scenario({"k": " ".join(f"o{n}" for n in range(len(utilities)))}, {"a": {}, **OTHERS})
    worlds = some_worlds([[utilities, utilities]], reservation_value, held=[[False, False]])
    seat = Seat(0, positions(case), worlds, 1, History(1, 2, case.space.size))
    seat.begin_round(1, worlds)
    return seat


@settings(deadline=None)
@given(
    st.lists(LEVELS, min_size=5, max_size=8), st.sampled_from([0.2, 0.5, 0.6]), st.sampled_from([0.0, 0.5])
)
def test_the_worst_that_is_good_enough_or_one_that_just_misses(utilities, demand, reservation_value):
    acceptable = [k for k, u in enumerate(utilities) if u >= reservation_value]
    ascending = sorted(acceptable, key=lambda k: (utilities[k], k))
    good = [k for k in ascending if utilities[k] >= demand]
    if not good:
        return
    short = [k for k in ascending if demand - NEARLY <= utilities[k] < demand]
    nearest = min(short, key=lambda k: (demand - utilities[k], k), default=None)
    if nearest is not None and demand - utilities[nearest] < utilities[good[0]] - demand:
        expected = nearest
    else:
        expected = good[0]
    chosen = worst_good_enough(a_seat(utilities, reservation_value), np.array([0]), np.array([demand]))
    assert chosen.tolist() == [expected]


@settings(deadline=None)
@given(st.lists(LEVELS, min_size=5, max_size=8), st.sampled_from([0.2, 0.5, 0.6]))
def test_the_considerate_cross_fewest_stated_lines_first(utilities, demand):
    crossed = [1 if k in (1, 4) else 2 if k == 3 else 0 for k in range(len(utilities))]
    good = [k for k, u in enumerate(utilities) if u >= demand]
    if not good:
        return
    expected = min(good, key=lambda k: (crossed[k], utilities[k], k))
    assert considerate(a_seat(utilities), np.array([0]), np.array([demand])).tolist() == [expected]


def test_lines_of_parties_that_never_consent_are_not_considered():
    case = a_scenario(
        {"k": "o0 o1"}, {"a": {}, "b": {"red_lines": {"x": {"forbid": {"k": "o0"}}}, "consent": "never"}}
    )
    worlds = some_worlds([[[0, 0], [0, 0]]], held=[[True]])
    assert Seat(0, positions(case), worlds, 1, History(1, 2, case.space.size)).stated_by_others.tolist() == [
        0,
        0,
    ]
