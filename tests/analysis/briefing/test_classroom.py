"""What a class can sign: checked plainly, package by package, and with the checkers of the concepts."""

import numpy as np
import pytest
from builders import a_scenario

import sim
from sim import solutions
from sim.analysis.briefing import classroom
from sim.compatibility import bits
from sim.negotiation.diagnosis.words import sets_in_words

SEED = 20250821
CHECKERS = {name: getattr(solutions, f"is_{name}_bargaining") for name in solutions.CONCEPTS}


@pytest.fixture(scope="module", params=[0, 1, 2])
def room(request):
    """Worlds 0 and 2 have a ZOPA, world 1 has none."""
    return classroom(sim.load("2025-08-21"), SEED, request.param)


def test_what_can_be_signed_package_by_package(room):
    case = room.case
    held = bits.names(room.held, list(case.red_lines))
    for index in range(case.space.size):
        asked = [p for p, needed in zip(case.parties, room.public.consent[:, index], strict=True) if needed]
        crossed = bits.names(room.public.crossing[index], list(case.red_lines))
        could = (
            bool(room.public.possible[index])
            and bool(asked)
            and all(room.roles[party].totals[index] >= room.roles[party].least_in_the_end for party in asked)
            and not any(line in held and case.red_lines[line][0] in asked for line in crossed)
        )
        assert bool(room.acceptable[index]) == could


def test_rounding_changes_nothing_here(room):
    assert room.by_rounding == 0
    assert np.array_equal(room.acceptable, room.exactly)


def test_points_of_solution_concepts_pass_their_checkers(room):
    worth = np.stack([role.totals / 1000 for role in room.roles.values()])
    least = np.array([role.least_in_the_end / 1000 for role in room.roles.values()])
    assert list(room.solutions) == list(CHECKERS)
    for name, picked in room.solutions.items():
        assert CHECKERS[name](worth, least, picked, room.unblocked)
        assert (picked == -1) == (not room.acceptable.any())


def test_stars_are_pareto_efficient(room):
    worth = np.stack([role.totals.astype(float) for role in room.roles.values()])
    for index in np.flatnonzero(room.acceptable):
        efficient = solutions.is_pareto_efficient(worth, int(index), room.acceptable)
        assert efficient == bool(room.efficient[index])


def test_what_is_in_the_way_is_what_the_simulator_says(room):
    seen = sim.watch(room.case, SEED, room.world)
    way = room.in_the_way
    if room.acceptable.any():
        assert (way.together, way.enough) == ([], [])
        return
    assert (seen.ending.name, way.all_together, way.all_enough) == ("NO_ZOPA", True, True)
    told = (
        f"No package satisfies {sets_in_words(room.case, way.together, 'nor', whole=True)}.",
        f"It would have been enough to give up {sets_in_words(room.case, way.enough, 'or', whole=True)}.",
    )
    assert told == seen.reasons


def test_who_only_objects_stops_nothing():
    lines = {"no-u": {"forbid": {"x": "u"}}}
    case = a_scenario({"x": "u v"}, {"a": {}, "b": {"consent": "never", "red_lines": lines}})
    room = classroom(case, 1, 0)
    assert room.acceptable.tolist() == [True, True]
    assert room.seats.tolist() == [True, False]


def test_large_spaces_can_be_looked_at():
    case = sim.load("published/csis-2025-03-red-lines")
    room = classroom(case, 0, 0)
    assert int(room.acceptable.sum()) == 15_295  # as the head of the file counts
    assert room.by_rounding == 0


def test_orders_have_no_solution_points():
    room = classroom(sim.load("published/elmira"), 0, 0)
    assert room.orders == ("moe", "uniroyal", "local")
    assert room.solutions == {}
    assert room.acceptable.sum() == 12


def test_the_order_is_that_of_the_world():
    case = a_scenario({"x": "u v"}, {"a": {}, "b": {}, "c": {}}, negotiation={"order": "drawn"})
    orders = {classroom(case, 1, world).order for world in range(8)}
    assert len(orders) > 1
    assert all(sorted(order) == ["a", "b", "c"] for order in orders)
