"""Means over worlds, told a second time world by world."""

import numpy as np
import pytest
from mixed_case import SEED, a_mixed_case, plain_worlds

import sim
from sim.analysis.plane import mean_worlds as module
from sim.analysis.plane.mean_worlds import mean_worlds

WORLDS = 60


@pytest.fixture(scope="module")
def run():
    return sim.run(a_mixed_case(), worlds=WORLDS, seed=SEED)


def test_means_are_those_of_the_worlds(run):
    found, told = mean_worlds(run), plain_worlds(run.case, SEED, WORLDS)
    assert found.worlds == WORLDS
    assert found.utilities == pytest.approx(np.mean([world.utilities for world in told], axis=0))
    for package, count in enumerate(found.zopa):
        assert count == sum(package in world.zopa for world in told)
    assert found.reservation_values == pytest.approx(np.array([w.reservation_values for w in told]))
    assert found.zopa.any()


def test_how_worlds_are_cut_changes_nothing(run):
    one, other = mean_worlds(run, batch=7), mean_worlds(run)
    assert np.array_equal(one.utilities, other.utilities)
    assert np.array_equal(one.zopa, other.zopa)


def test_many_packages_are_looked_at_in_fewer_worlds(run, monkeypatch):
    monkeypatch.setattr(module, "MOST_NUMBERS", 10 * len(run.case.parties) * run.case.space.size)
    assert mean_worlds(run).worlds == 10
    monkeypatch.setattr(module, "MOST_NUMBERS", 1)
    assert len(mean_worlds(run).reservation_values) == 1
