"""What is said of each world, and that batches change nothing of it."""

import numpy as np
import pytest
from examples import examples
from generators import scenarios
from hypothesis import given, settings
from hypothesis import strategies as st

import sim
from sim.ensemble.runner import play, play_and_diagnose
from sim.negotiation.diagnosis.diagnose import diagnose
from sim.negotiation.endings import Ending
from sim.negotiation.model import Negotiation

SEEDS = st.integers(0, 2**32)
few = settings(max_examples=examples(20), deadline=None)


def same(one, other):
    return (
        np.array_equal(one.would_help, other.would_help)
        and np.array_equal(one.to_frontier, other.to_frontier, equal_nan=True)
        and all(
            np.array_equal(getattr(one.obstacles, name), getattr(other.obstacles, name))
            for name in ("world", "words", "cut")
        )
    )


@few
@given(scenarios(), SEEDS)
def test_each_ending_has_its_own_diagnosis(case, seed):
    outcomes, diagnosis = play_and_diagnose(case, 8, seed)
    assert np.array_equal(
        np.unique(diagnosis.obstacles.world), outcomes.world[outcomes.ending == Ending.NO_ZOPA]
    )
    assert np.array_equal(~np.isnan(diagnosis.to_frontier), outcomes.ending == Ending.AGREED)
    assert not diagnosis.would_help[outcomes.ending != Ending.DEADLINE].any()


@few
@given(scenarios(), SEEDS, st.integers(1, 8))
def test_the_batch_size_changes_nothing(case, seed, batch):
    assert same(play_and_diagnose(case, 7, seed, batch=batch)[1], play_and_diagnose(case, 7, seed)[1])


@pytest.mark.parametrize("batch", [3, 7, 99])
def test_the_batch_size_changes_nothing_in_the_august_case(batch):
    case = sim.load("2025-08-21")
    assert same(play_and_diagnose(case, 25, 3, batch=batch)[1], play_and_diagnose(case, 25, 3)[1])


def test_diagnosing_one_model_is_what_the_runner_does():
    case = sim.load("2025-08-21")
    model = Negotiation(case, 30, first=5, rng=3)
    model.play()
    alone, among = diagnose(model), play_and_diagnose(case, 35, 3)[1]
    assert np.array_equal(alone.would_help, among.would_help[5:])
    assert np.array_equal(alone.to_frontier, among.to_frontier[5:], equal_nan=True)
    later = among.obstacles.world >= 5
    assert np.array_equal(alone.obstacles.world, among.obstacles.world[later])
    assert np.array_equal(alone.obstacles.words, among.obstacles.words[later])


def test_outcomes_are_those_of_playing_alone():
    case = sim.load("2025-08-21")
    outcomes, _ = play_and_diagnose(case, 20, 3, batch=6)
    assert np.array_equal(outcomes.utilities, play(case, 20, 3).utilities)
