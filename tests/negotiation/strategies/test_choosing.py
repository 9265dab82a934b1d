"""Which of the good-enough packages is offered, against a plain scan that reads like the rule."""

import numpy as np
import pytest
from builders import a_scenario, some_worlds
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.compatibility import positions
from sim.negotiation.seat import Seat
from sim.negotiation.strategies.choosing import NEARLY, Considerate, WorstGoodEnough

LEVELS = st.sampled_from([0.0, -0.0, 0.2, 0.5, 0.5 - 4e-7, 0.5 - 9e-7, 0.5 + 2e-7, 0.7, 1.0])
UTILITIES = st.one_of(LEVELS, LEVELS, st.floats(-1, 1))
OWN = {"m": {"forbid": {"k": ["o0", "o2"]}}, "n": {"forbid": {"k": ["o2", "o3", "o5"]}}}
OTHERS = {"b": {"red_lines": {"x": {"forbid": {"k": ["o1", "o3"]}}, "y": {"forbid": {"k": ["o3", "o4"]}}}}}
ROUNDS = 4


def scan_worst_good_enough(utilities, acceptable, crossed, demand):
    ascending = sorted(np.flatnonzero(acceptable), key=lambda k: (utilities[k], k))
    good = [k for k in ascending if utilities[k] >= demand]
    short = [k for k in ascending if demand - NEARLY <= utilities[k] < demand]
    nearest = max(short, key=lambda k: (utilities[k], -k), default=None)
    if nearest is not None and demand - utilities[nearest] < utilities[good[0]] - demand:
        return nearest
    return good[0]


def scan_considerate(utilities, acceptable, crossed, demand):
    good = [k for k in np.flatnonzero(acceptable) if utilities[k] >= demand]
    return min(good, key=lambda k: (crossed[k], utilities[k], k))


SCANS = [(WorstGoodEnough, scan_worst_good_enough), (Considerate, scan_considerate)]


def a_seat(worlds):
    packages = worlds.utilities.shape[2]
    issues = {"k": " ".join(f"o{n}" for n in range(packages))}
    case = a_scenario(issues, {"a": {"red_lines": OWN}, **OTHERS})
    return Seat(0, positions(case), worlds, ROUNDS)


@st.composite
def worlds_in_motion(draw):
    """Draw worlds whose reservation values drift, and whose lines give way, while they are played."""
    count, packages = draw(st.integers(1, 4)), draw(st.integers(6, 9))
    numbers = st.lists(UTILITIES, min_size=packages, max_size=packages)
    utilities = [[row, row] for row in draw(st.lists(numbers, min_size=count, max_size=count))]
    each = {"min_size": count, "max_size": count}
    lines = {"min_size": 4, "max_size": 4}
    return some_worlds(
        utilities,
        np.array(draw(st.lists(st.sampled_from([-1.0, 0.0, 0.2, 0.5]), **each)))[:, None],
        drifts=np.array(draw(st.lists(st.sampled_from([-0.2, 0.0, 1e-7, 0.2]), **each)))[:, None],
        held=draw(st.lists(st.lists(st.booleans(), **lines), **each)),
        gives_way=draw(st.lists(st.lists(st.sampled_from([1.0, 2.0, 3.0, np.inf]), **lines), **each)),
    )


@pytest.mark.parametrize(("choosing", "scan"), SCANS)
@settings(deadline=None, max_examples=examples(100))
@given(worlds=worlds_in_motion(), data=st.data())
def test_a_choice_is_that_of_a_scan_whatever_changes(choosing, scan, worlds, data):
    seat = a_seat(worlds)
    choice = choosing(seat)
    for round_ in range(1, ROUNDS + 1):
        seat.begin_round(round_, worlds.held_at(round_))
        chance = st.lists(st.booleans(), min_size=len(worlds), max_size=len(worlds))
        rows = np.flatnonzero(data.draw(chance))
        most = np.where(seat.acceptable[rows], seat.utilities[rows], -np.inf).max(axis=1)
        asked = data.draw(st.lists(UTILITIES, min_size=len(rows), max_size=len(rows)))
        demands = np.where(np.isfinite(most), np.minimum(most, asked), np.inf)
        chosen = choice(rows, demands)
        for row, demand, package in zip(rows, demands, chosen, strict=True):
            acceptable = seat.acceptable[row]
            if acceptable.any():
                assert package == scan(seat.utilities[row], acceptable, seat.stated_by_others, demand)
            else:
                assert package == -1


@pytest.mark.parametrize(("choosing", "scan"), SCANS)
def test_a_choice_is_that_of_a_scan_in_many_worlds(choosing, scan):
    utilities = np.random.default_rng(7).random((200, 2, 30)).round(2)
    worlds = some_worlds(utilities, 0.2, held=np.zeros((200, 4)))
    seat = a_seat(worlds)
    seat.begin_round(1, worlds.held_at(1))
    choice = choosing(seat)
    for demand in (0.8, 0.5, 0.5 + 5e-7, 0.2, 0.6):
        expected = [
            scan(own, acceptable, seat.stated_by_others, demand)
            for own, acceptable in zip(seat.utilities, seat.acceptable, strict=True)
        ]
        assert choice(np.arange(200), np.full(200, demand)).tolist() == expected


def test_one_that_just_misses_is_picked_if_it_is_nearer():
    worlds = some_worlds([[[0.5 - 4e-7, 0.5 + 5e-7, 0.7, 0.5 - 4e-7, 0, 0]] * 2], held=np.zeros((1, 4)))
    seat = a_seat(worlds)
    seat.begin_round(1, worlds.held_at(1))
    demands = [0.5, 0.5 + 3e-7, 0.5 + 6e-7]
    assert [int(WorstGoodEnough(seat)(np.array([0]), np.array([d]))[0]) for d in demands] == [0, 1, 1]


def test_lines_of_parties_that_never_consent_are_not_considered():
    case = a_scenario(
        {"k": "o0 o1"}, {"a": {}, "b": {"red_lines": {"x": {"forbid": {"k": "o0"}}}, "consent": "never"}}
    )
    worlds = some_worlds([[[0, 0], [0, 0]]], held=[[True]])
    assert Seat(0, positions(case), worlds, 1).stated_by_others.tolist() == [0, 0]


@settings(deadline=None, max_examples=examples(60))
@given(
    st.lists(UTILITIES, min_size=6, max_size=9),
    st.lists(UTILITIES, min_size=1, max_size=6),
    st.sampled_from([WorstGoodEnough, Considerate]),
)
def test_many_demands_at_once_are_answered_as_one_by_one(utilities, demands, choosing):
    worlds = some_worlds([[utilities, utilities]], -1.0, held=np.zeros((1, 4)))
    seat = a_seat(worlds)
    seat.begin_round(1, worlds.held_at(1))
    row, no_deal = np.array([0]), np.array([[-1.0]])
    asked = np.minimum(demands, max(utilities))
    together = choosing(seat).ahead(row, asked[None, :], no_deal)[0]
    alone = [int(choosing(seat)(row, np.array([demand]))[0]) for demand in asked]
    assert together.tolist() == alone


def test_a_package_below_two_demands_may_be_nearly_worth_both():
    worlds = some_worlds([[[0.5 - 5e-7, 0.6, 0, 0, 0, 0]] * 2], held=np.zeros((1, 4)))
    seat = a_seat(worlds)
    seat.begin_round(1, worlds.held_at(1))
    demands, no_deal = np.array([[0.5, 0.5 - 3e-7]]), np.array([[0.0]])
    assert WorstGoodEnough(seat).ahead(np.array([0]), demands, no_deal).tolist() == [[0, 0]]


def test_a_demand_that_is_no_number_is_refused():
    worlds = some_worlds([[[0.5, 0.6, 0, 0, 0, 0]] * 2], held=np.zeros((1, 4)))
    seat = a_seat(worlds)
    seat.begin_round(1, worlds.held_at(1))
    with pytest.raises(ValueError, match="not a number"):
        WorstGoodEnough(seat)(np.array([0]), np.array([np.nan]))
    with pytest.raises(IndexError, match="package 6 of 6"):
        seat.can_accept(np.array([0]), np.array([6]))


def test_what_a_seat_shows_cannot_be_written_to():
    worlds = some_worlds([[[0.5, 0.6, 0, 0, 0, 0]] * 2], held=np.zeros((1, 4)))
    seat = a_seat(worlds)
    assert seat.lowest[0] == np.inf
    assert seat.highest[0] == -np.inf
    seat.begin_round(1, worlds.held_at(1))
    for shown in (seat.utilities, seat.reservation_values, seat.lowest, seat.highest, seat.acceptable):
        with pytest.raises(ValueError, match="read-only"):
            shown[:] = 1
    seat.detach()
    assert not np.shares_memory(seat.utilities, worlds.utilities)
