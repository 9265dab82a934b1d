"""Whether a restriction may be chance."""

import math

import numpy as np
import pandas as pd
import pytest

from sim.analysis.discovery import prim
from sim.analysis.discovery.objectives import Count
from sim.analysis.discovery.quasi_p_values import by_chance


@pytest.mark.parametrize(("inside", "without"), [((5, 3), (9, 4)), ((6, 6), (6, 6)), ((4, 0), (9, 3))])
def test_it_is_the_upper_tail_of_a_binomial(inside, without):
    chance = without[1] / without[0]
    tail = sum(
        math.comb(inside[0], k) * chance**k * (1 - chance) ** (inside[0] - k)
        for k in range(inside[1], inside[0] + 1)
    )
    assert by_chance(Count(*inside), Count(*without)) == pytest.approx(tail)


def test_each_end_is_dropped_by_itself():
    cost = np.arange(100.0)
    found = prim(pd.DataFrame({"cost": cost}), (cost >= 30) & (cost < 70))
    number = len(found) - 1
    limits, values = found[number].limits["cost"], found.quasi_p_values(number)["cost"]
    inside = Count(found[number].worlds, found[number].of_interest)
    for end, kept in ((values.low, cost <= limits.high), (values.high, cost >= limits.low)):
        wanted = kept & (cost >= 30) & (cost < 70)
        assert end == by_chance(inside, Count(int(kept.sum()), int(wanted.sum())))
    assert math.isnan(values.kept)
