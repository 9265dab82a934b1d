"""The leximin solution, checked by its definition in exact fractions."""

import numpy as np
from bargaining import Problem, first_with_most, parts, problems, untimed
from hypothesis import assume, given
from hypothesis import strategies as st

from sim.solutions import kalai_smorodinsky_bargaining, leximin_bargaining


@untimed
@given(problems())
def test_no_package_has_larger_parts_the_least_first(problem):
    rank = {package: sorted(each) for package, each in parts(problem).items()}
    assert leximin_bargaining(*problem) == first_with_most(rank)


@untimed
@given(problems(), st.lists(st.floats(0.05, 20), min_size=4, max_size=4))
def test_nobodys_scale_matters(problem, scales):
    scale = np.array(scales[: len(problem.utilities)])
    scaled = Problem(problem.utilities * scale[:, None], problem.reservation_values * scale, problem.among)
    assert leximin_bargaining(*scaled) == leximin_bargaining(*problem)


@untimed
@given(problems())
def test_the_worst_off_have_as_much_as_in_the_kalai_smorodinsky_solution(problem):
    picked, other = int(leximin_bargaining(*problem)), int(kalai_smorodinsky_bargaining(*problem))
    assume(picked != -1)
    assert min(parts(problem)[picked]) == min(parts(problem)[other])


@untimed
@given(problems(), st.data())
def test_who_is_indifferent_does_not_matter(problem, data):
    """Separability: a party that has the same whatever is picked, has no say."""
    same = data.draw(st.sampled_from([0.25, 0.5, 1.0]))
    more = Problem(
        np.vstack([problem.utilities, np.full(len(problem.among), same)]),
        np.append(problem.reservation_values, 0.0),
        problem.among,
    )
    assert leximin_bargaining(*more) == leximin_bargaining(*problem)


def test_the_second_worst_off_decide_where_the_sum_would_decide_otherwise():
    utilities = np.array([[0.5, 0.5, 1.0, 0.0, 0.0], [0.6, 0.5, 0.0, 1.0, 0.0], [0.6, 0.9, 0.0, 0.0, 1.0]])
    assert leximin_bargaining(utilities, np.zeros(3)) == 0
    assert kalai_smorodinsky_bargaining(utilities, np.zeros(3)) == 1
