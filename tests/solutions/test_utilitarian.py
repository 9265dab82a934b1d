"""The utilitarian choice, checked by its definition in exact fractions."""

import numpy as np
from bargaining import first_with_most, gains, problems, untimed
from hypothesis import given

from sim.solutions import utilitarian_bargaining


@untimed
@given(problems())
def test_no_package_has_a_larger_sum(problem):
    assert utilitarian_bargaining(*problem) == first_with_most(
        {package: sum(each) for package, each in gains(problem).items()}
    )


def test_rounding_does_not_decide():
    utilities = np.array([[0.3, 0.1], [0.2, 0.2], [0.1, 0.3]])
    assert utilities[:, 0].sum() != utilities[:, 1].sum()
    assert utilitarian_bargaining(utilities, np.zeros(3)) == 0
    assert utilitarian_bargaining(utilities[:, ::-1], np.zeros(3)) == 0
