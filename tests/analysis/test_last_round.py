"""The last round, drawn again, beside the rules told a second time."""

import numpy as np
import pytest
from mixed_case import a_mixed_case, plain_worlds

import sim
from sim.analysis.last_round import last_rounds

WORLDS, SEED = 40, 5


@pytest.fixture(scope="module")
def run():
    return sim.run(a_mixed_case(), worlds=WORLDS, seed=SEED)


@pytest.mark.parametrize("batch", [None, 1, 17])
def test_it_is_the_last_round_of_each_world(run, batch):
    parts = list(last_rounds(run, batch=batch))
    unblocked = np.concatenate([part.unblocked for part in parts])
    values = np.concatenate([part.reservation_values for part in parts])
    for world, plain in enumerate(plain_worlds(run.case, SEED, WORLDS)):
        assert set(np.flatnonzero(unblocked[world])) == plain.unblocked
        assert values[world] == pytest.approx(plain.reservation_values)


def test_the_first_so_many_worlds(run):
    assert sum(len(part) for part in last_rounds(run, worlds=13, batch=5)) == 13
