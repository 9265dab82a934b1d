"""Worlds are played batch by batch, and nobody can tell from the outcomes."""

from dataclasses import fields

import numpy as np
import pytest
from builders import a_scenario

import sim
from sim.ensemble import runner
from sim.ensemble.runner import batch_size, play, play_and_diagnose

TINY = a_scenario({"troops": "none some"}, {"a": {}, "b": {}})


def same(one, other):
    return all(np.array_equal(getattr(one, f.name), getattr(other, f.name)) for f in fields(one))


@pytest.fixture(scope="module")
def whole():
    return play(sim.load("2025-08-21"), worlds=15, seed=3)


@pytest.mark.parametrize("batch", [1, 7, 15, 99])
def test_batches_change_nothing(whole, batch):
    assert same(play(sim.load("2025-08-21"), worlds=15, seed=3, batch=batch), whole)


def test_another_seed_gives_other_worlds(whole):
    assert not same(play(sim.load("2025-08-21"), worlds=15, seed=4), whole)


def test_more_worlds_begin_with_the_same_ones(whole):
    longer = play(sim.load("2025-08-21"), worlds=20, seed=3)
    assert np.array_equal(longer.utilities[:15], whole.utilities)


@pytest.mark.parametrize(("batch", "told"), [(7, [7, 7, 6]), (20, [20]), (None, [20])])
@pytest.mark.parametrize("verb", [play, play_and_diagnose])
def test_progress_is_told_after_each_batch(batch, told, verb):
    heard = []
    verb(TINY, worlds=20, seed=0, batch=batch, progress=heard.append)
    assert heard == told


def test_worlds_are_numbered_from_zero():
    assert play(TINY, worlds=5, seed=0, batch=2).world.tolist() == [0, 1, 2, 3, 4]


def test_a_batch_is_as_large_as_its_utilities_allow(monkeypatch):
    monkeypatch.setattr(runner, "BATCH_BYTES", 100)  # a world has 2 parties x 2 packages x 8 bytes
    assert batch_size(TINY) == 3
    monkeypatch.setattr(runner, "BATCH_BYTES", 10)
    assert batch_size(TINY) == 1
