"""The egalitarian solution, checked by its definition in exact fractions."""

import numpy as np
from bargaining import first_with_most, gains, problems, untimed
from hypothesis import assume, given
from hypothesis import strategies as st

from sim.solutions import egalitarian_bargaining


@untimed
@given(problems())
def test_no_package_gives_more_to_whoever_gains_least(problem):
    rank = {package: (min(each), sum(each)) for package, each in gains(problem).items()}
    assert egalitarian_bargaining(*problem) == first_with_most(rank)


@untimed
@given(problems(), st.data())
def test_more_packages_never_leave_less_to_whoever_gains_least(problem, data):
    more = data.draw(st.lists(st.booleans(), min_size=9, max_size=9))[: len(problem.among)]
    larger = problem._replace(among=problem.among | np.array(more))
    before, after = int(egalitarian_bargaining(*problem)), int(egalitarian_bargaining(*larger))
    assume(before != -1)
    assert min(gains(larger)[after]) >= min(gains(problem)[before])


@untimed
@given(problems(), st.sampled_from([0.25, 0.7, 3.0]))
def test_a_common_scale_does_not_matter(problem, scale):
    scaled = problem._replace(
        utilities=problem.utilities * scale, reservation_values=problem.reservation_values * scale
    )
    assert egalitarian_bargaining(*scaled) == egalitarian_bargaining(*problem)


def test_of_equal_least_gains_the_larger_sum_is_picked():
    utilities = np.array([[0.0, 0.5, 0.5, 0.9], [0.0, 0.5, 0.7, 0.1]])
    assert egalitarian_bargaining(utilities, np.zeros(2)) == 2
