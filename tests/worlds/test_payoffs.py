"""What packages are worth, added up by a compiled loop or by NumPy: the same numbers."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sim.worlds.payoffs import utility


@given(st.lists(st.integers(1, 4), min_size=1, max_size=5), st.integers(1, 4), st.integers(0, 2**32))
def test_the_compiled_loop_gives_the_same_bits(shape, worlds, seed):
    rng = np.random.default_rng(seed)
    weights, scores = rng.random((worlds, len(shape))), rng.random((worlds, sum(shape)))
    compiled = utility(weights, scores, tuple(shape))
    plain = utility(weights, scores, tuple(shape), compiled=False)
    assert np.array_equal(compiled, plain)
