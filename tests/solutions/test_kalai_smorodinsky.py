"""The Kalai-Smorodinsky solution, checked by its definition in exact fractions."""

import numpy as np
from bargaining import Problem, first_with_most, parts, problems, untimed
from hypothesis import given
from hypothesis import strategies as st

from sim.solutions import egalitarian_bargaining, kalai_smorodinsky_bargaining


@untimed
@given(problems())
def test_no_package_has_a_larger_least_part(problem):
    rank = {package: (min(each), sum(each)) for package, each in parts(problem).items()}
    assert kalai_smorodinsky_bargaining(*problem) == first_with_most(rank)


@untimed
@given(problems(), st.lists(st.floats(0.05, 20), min_size=4, max_size=4))
def test_nobodys_scale_matters(problem, scales):
    scale = np.array(scales[: len(problem.utilities)])
    scaled = Problem(problem.utilities * scale[:, None], problem.reservation_values * scale, problem.among)
    assert kalai_smorodinsky_bargaining(*scaled) == kalai_smorodinsky_bargaining(*problem)


@untimed
@given(problems())
def test_where_all_could_gain_the_same_it_is_the_egalitarian(problem):
    top = np.ones((len(problem.utilities), len(problem.utilities)))
    top[~np.eye(len(top), dtype=bool)] = 0.5  # everybody has a package worth 1 to itself, 0.5 to the others
    utilities = np.hstack([problem.utilities, top])
    among = np.append(problem.among, np.ones(len(top), dtype=bool))
    everyones = Problem(utilities, np.full(len(top), 0.5), among)
    assert kalai_smorodinsky_bargaining(*everyones) == egalitarian_bargaining(*everyones)


def test_packages_that_somebody_would_not_sign_do_not_count_for_the_most():
    utilities = np.array([[0.8, 0.6, 0.4, 1.0], [0.2, 0.6, 0.7, 0.0]])
    with_it = kalai_smorodinsky_bargaining(utilities, np.array([0.1, 0.1]))
    assert with_it == kalai_smorodinsky_bargaining(utilities[:, :3], np.array([0.1, 0.1])) == 1


def test_who_cannot_gain_does_not_hold_the_others_back():
    utilities = np.array([[0.5, 0.5, 0.5], [0.1, 0.9, 0.4]])
    assert kalai_smorodinsky_bargaining(utilities, np.array([0.5, 0.0])) == 1
