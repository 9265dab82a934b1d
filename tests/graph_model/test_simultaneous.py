"""Simultaneous stability, by its definition in options."""

from itertools import product

import numpy as np
import pytest
from conflicts import spaces, untimed
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sim.errors import InputError
from sim.graph_model import Moves, controlled_moves, nash, simultaneous


def together(package, one, other):
    """Return the options with the changes of both, none if they differ on one."""
    choices = [
        {new for new in (first, second) if new != old} or {old}
        for old, first, second in zip(package, one, other, strict=True)
    ]
    return tuple(choice.pop() for choice in choices) if all(len(choice) == 1 for choice in choices) else None


@untimed
@given(spaces(), st.data())
def test_stable_is_what_the_definition_says(space, data):
    shape, possible, controls, _ = space
    moves, packages = controlled_moves(*space), list(product(*map(range, shape)))
    preferences = data.draw(arrays(int, (len(controls), len(packages)), elements=st.integers(0, 4)))

    def improvements(party, package):
        worth = preferences[party]
        return [end for end in moves.of(party, package) if worth[end] > worth[package]]

    def met(party, package, improvement):
        ends = [
            end for other in range(len(controls)) if other != party for end in improvements(other, package)
        ]
        both = [together(packages[package], packages[improvement], packages[end]) for end in ends]
        return any(
            possible[packages.index(one)]
            and preferences[party, packages.index(one)] <= preferences[party, package]
            for one in both
            if one is not None
        )

    ours = simultaneous(moves, preferences)
    for party, package in product(range(len(controls)), range(len(packages))):
        told = possible[package] and all(met(party, package, end) for end in improvements(party, package))
        assert ours[party, package] == told
    assert (nash(moves, preferences) <= ours).all()
    batch = simultaneous(moves, np.stack([preferences, -preferences]))
    assert np.array_equal(batch, [ours, simultaneous(moves, -preferences)])


def test_listed_moves_do_not_say_what_two_do_together():
    with pytest.raises(InputError, match="moves from lists name no issues"):
        simultaneous(Moves.listed([[[1], []]]), np.zeros((1, 2)))
