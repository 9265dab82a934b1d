"""What a peel is worth."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.analysis.discovery.objectives import OBJECTIVES, Count

COUNTS = st.integers(1, 10**6).flatmap(lambda n: st.builds(Count, st.just(n), st.integers(0, n)))
EXACT = {
    "lenient1": lambda a, b, n, m: (b - a) / abs(n - m),
    "lenient2": lambda a, b, n, m: m * (b - a) / abs(n - m),
    "original": lambda a, b, n, m: b,
}


@pytest.mark.parametrize("name", OBJECTIVES)
@given(before=COUNTS, after=COUNTS)
def test_it_is_the_exact_value_rounded_once(name, before, after):
    if before.worlds != after.worlds:
        densities = Fraction(before[1], before[0]), Fraction(after[1], after[0])
        exact = EXACT[name](*densities, before.worlds, after.worlds)
        assert OBJECTIVES[name](before, after) == float(exact)
