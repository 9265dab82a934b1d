"""The probability that some way is free, against a sum over everything that may be held."""

from itertools import product
from math import prod

import pytest
from builders import a_scenario
from hypothesis import given
from hypothesis import strategies as st

from sim.compatibility import check
from sim.compatibility.surviving import p_some_acceptable

FIRM = {"l0": 0.9, "l1": 0.2, "l2": 0.5, "l3": 1.0, "l4": 0.35}
CASE = a_scenario(
    {"x": "a b"},
    {"p": {"red_lines": {line: {"forbid": {"x": "a"}, "firmness": firm} for line, firm in FIRM.items()}}},
)


@given(st.lists(st.frozensets(st.sampled_from(list(FIRM))), max_size=6))
def test_it_is_the_sum_over_all_that_may_be_held(ways):
    expected = 0.0
    for held in product([True, False], repeat=len(FIRM)):
        holding = dict(zip(FIRM, held, strict=True))
        chance = prod(FIRM[line] if is_held else 1 - FIRM[line] for line, is_held in holding.items())
        expected += chance * any(not any(holding[line] for line in way) for way in ways)
    assert p_some_acceptable(CASE, ways) == pytest.approx(expected)


def test_a_partial_package_survives_if_any_completion_does():
    lines = {
        "firm": {"forbid": {"y": "u"}, "firmness": 1},
        "soft-1": {"forbid": {"y": "v"}, "firmness": 0.1},
        "soft-2": {"forbid": {"y": "v"}, "firmness": 0.1},
    }
    case = a_scenario({"x": "a b", "y": "u v"}, {"p": {"red_lines": lines}}, packages={"a": {"x": "a"}})
    (variant,) = check(case).variants
    assert variant.best.blocks == ("firm",)
    assert variant.p_acceptable == pytest.approx(0.81)
