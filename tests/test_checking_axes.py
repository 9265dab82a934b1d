"""Arrays are checked against the axes that functions declare, in every test and after many calls too."""

import checking_axes
import numpy as np
import pytest
from jaxtyping import TypeCheckError

from sim.analysis.paired_intervals import paired_shares

RIGHT = np.array([1.0])
WRONG = np.array([[1.0]])


@pytest.mark.parametrize("calls", [0, 1])
def test_the_first_calls_of_every_test_are_checked(calls):
    for _ in range(calls):
        paired_shares(RIGHT, RIGHT, pairs=3)
    with pytest.raises(TypeCheckError):
        paired_shares(WRONG, RIGHT, pairs=3)


def test_of_many_later_calls_some_are_checked():
    for _ in range(checking_axes.FIRST):
        paired_shares(RIGHT, RIGHT, pairs=3)
    refused = 0
    for _ in range(2 * checking_axes.ONE_OF):
        try:
            paired_shares(WRONG, RIGHT, pairs=3)
        except TypeCheckError:
            refused += 1
    assert refused == (2 * checking_axes.ONE_OF if checking_axes.EVERY else 2)
