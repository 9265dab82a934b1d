"""All combinations of levels; within a turn of them, everything else is the same."""

import numpy as np
from uncertain_case import LINE, NUMBERS, OTHER_LINE, an_uncertain_case

from sim.scenario.quantities import drawn_names
from sim.worlds import Streams, draws, uniforms

VALUE, HELD = NUMBERS["uniform"], f"{OTHER_LINE}.held"
CASE = an_uncertain_case({"factorial": {HELD: 2, VALUE: 3}}, worlds=24)


def test_worlds_go_through_all_combinations_the_last_fastest():
    drawn = draws(CASE, [HELD, VALUE], 1, 0, 12)
    assert drawn[HELD].tolist() == [True, True, True, False, False, False] * 2
    np.testing.assert_allclose(drawn[VALUE], [1 / 6, 1 / 2, 5 / 6] * 4)


def test_everything_else_is_that_of_the_turn():
    drawn = uniforms(CASE, 1, 0, 24)
    for name in set(drawn_names(CASE)) - {HELD, VALUE}:
        assert np.array_equal(drawn(name), np.repeat(Streams(1, 0, 4)(name), 6))


def test_correlations_of_the_rest_are_those_of_the_turn():
    links = [(NUMBERS["normal"], NUMBERS["beta"], 0.7), (NUMBERS["normal"], f"{LINE}.held", 0.3)]
    linked = an_uncertain_case({"factorial": {HELD: 2, VALUE: 3}}, worlds=24, correlate=links)
    plain = an_uncertain_case(worlds=4, correlate=links)
    for name in (NUMBERS["normal"], NUMBERS["beta"], f"{LINE}.held"):
        assert np.array_equal(uniforms(linked, 1, 0, 24)(name), np.repeat(uniforms(plain, 1, 0, 4)(name), 6))
