"""The Nash bargaining solution, checked by its definition in exact fractions."""

from itertools import chain, combinations

import numpy as np
from bargaining import Problem, first_with_most, gains, parts, problems, product, untimed
from hypothesis import assume, given
from hypothesis import strategies as st

from sim.solutions import nash_bargaining


@untimed
@given(problems())
def test_no_package_has_a_larger_product_of_gains(problem):
    picked = int(nash_bargaining(*problem))
    assume(picked != -1)
    assert product(gains(problem)[picked]) == max(map(product, gains(problem).values()))


@untimed
@given(problems())
def test_where_all_products_are_zero_as_many_as_possible_gain(problem):
    """The most parties that gain, then the largest product of the parts of those, then the lowest index."""
    part = parts(problem)
    rank = {
        package: (np.count_nonzero(each), product(part[package][p] for p, gain in enumerate(each) if gain))
        for package, each in gains(problem).items()
    }
    assert nash_bargaining(*problem) == first_with_most(rank)


@untimed
@given(problems(), st.lists(st.floats(0.05, 20), min_size=4, max_size=4))
def test_nobodys_scale_matters(problem, scales):
    scale = np.array(scales[: len(problem.utilities)])
    scaled = Problem(problem.utilities * scale[:, None], problem.reservation_values * scale, problem.among)
    assert nash_bargaining(*scaled) == nash_bargaining(*problem)


@untimed
@given(problems(), st.data())
def test_what_is_not_picked_may_as_well_be_missing(problem, data):
    picked = int(nash_bargaining(*problem))
    assume(picked != -1 and all(gains(problem)[picked]))
    fewer = (
        problem.among
        & np.array(data.draw(st.lists(st.booleans(), min_size=9, max_size=9)))[: len(problem.among)]
    )
    fewer[picked] = True
    assert nash_bargaining(*problem._replace(among=fewer)) == picked


def test_many_small_gains_do_not_vanish():
    """The product of 400 gains of about 0.001 is far below the smallest float."""
    utilities = np.full((400, 3), [0.0, 0.001, 0.002])
    utilities[0] = [0.0, 0.002, 0.003]
    assert nash_bargaining(utilities, np.zeros(400)) == 2


def test_rounding_does_not_decide():
    utilities = np.array([[0.0, 0.1 + 0.2, 0.3], [0.0, 0.3, 0.1 + 0.2], [0.0, 0.3, 0.1 + 0.2]])
    assert nash_bargaining(utilities, np.zeros(3)) == 1


def test_bill_and_jack():
    """The example of [Nash1950]_: two boys barter what they own."""
    bills = {"book": (2, 4), "whip": (2, 2), "ball": (2, 1), "bat": (2, 2), "box": (4, 1)}
    jacks = {"pen": (10, 1), "toy": (4, 1), "knife": (6, 2), "hat": (2, 2)}
    worth = bills | jacks
    swaps = list(chain.from_iterable(combinations(worth, size) for size in range(len(worth) + 1)))

    def left_with(swap):
        mine = {*bills} ^ {*swap}  # what changes hands
        return sum(worth[g][0] for g in mine), sum(worth[g][1] for g in worth if g not in mine)

    before = np.array(left_with(()), dtype=float)
    utilities = np.array([left_with(swap) for swap in swaps], dtype=float).T
    picked = int(nash_bargaining(utilities, before))
    assert {*swaps[picked]} == {"book", "whip", "ball", "bat", "pen", "toy", "knife"}
    assert (utilities[:, picked] - before).tolist() == [12, 5]
