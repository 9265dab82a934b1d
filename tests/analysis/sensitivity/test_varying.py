"""Numbers of which nothing can be said are refused, in words."""

import numpy as np
import pytest

from sim.analysis.sensitivity.varying import demand_at_least, demand_varying, is_constant
from sim.errors import InputError


@pytest.mark.parametrize(
    ("outputs", "message"),
    [
        (np.ones(10_000), "in all 10,000 worlds agreed is 1: nothing can drive it"),
        (np.zeros(1), "in the one world agreed is 0: nothing can drive it"),
        (np.zeros(0), "agreed was measured in no world"),
        (np.array([0.0, np.nan, np.inf]), "agreed is missing in 2 of 3 worlds, expected a number in each"),
        (
            np.arange(5000) < 19.0,
            "in all but 19 of 5,000 worlds agreed is 0: more worlds are needed to say what drives it",
        ),
        (np.arange(15), "15 worlds, expected at least 21 to say what drives agreed"),
    ],
)
def test_what_is_refused(outputs, message):
    with pytest.raises(InputError) as error:
        demand_varying(outputs.astype(float), "agreed")
    assert str(error.value) == message


def test_what_is_not():
    demand_varying((np.arange(5000) < 20).astype(float))
    demand_varying(np.arange(21.0))
    demand_varying(np.array([0.0, 1.0]), least=1)


@pytest.mark.parametrize(
    ("numbers", "same"), [([0.1 + 0.2, 0.3], True), ([1e9, 1e9 + 1], False), ([2], True)]
)
def test_sums_rounded_otherwise_are_the_same(numbers, same):
    assert is_constant(np.array(numbers)) is same


def test_all_settings_at_once():
    with pytest.raises(
        InputError, match="slices is 1, expected at least 2\ndummies is 0, expected at least 2"
    ):
        demand_at_least(2, slices=1, dummies=0, resamples=2)
