"""One run of the mixed case, what is found of it, and its worlds told a second time."""

import pytest
from mixed_case import SEED, WITHIN, WORLDS, a_mixed_case, plain_worlds

import sim
from sim.analysis.acceptability import acceptability


@pytest.fixture(scope="package")
def run():
    return sim.run(a_mixed_case(), worlds=WORLDS, seed=SEED)


@pytest.fixture(scope="package")
def found(run):
    return acceptability(run, within=WITHIN)


@pytest.fixture(scope="package")
def told(run):
    return plain_worlds(run.case, SEED, WORLDS)
