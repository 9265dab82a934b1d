"""What is measured in each world, of a run and of outcomes alike."""

import numpy as np
import pytest

import sim
from sim.analysis.measure import measured_outcomes, measured_run, wrong_measure
from sim.ensemble.runner import play

EVERY = ("agreed", "deadline", "no_zopa", "walked_out", "round", "utility.us")


@pytest.mark.parametrize("measure", EVERY)
def test_a_run_and_its_outcomes_measure_the_same(measure):
    case = sim.load("2025-08-21")
    run = sim.run(case, worlds=40, seed=3)
    assert np.array_equal(
        measured_run(measure, run), measured_outcomes(measure, case, play(case, worlds=40, seed=3))
    )


@pytest.mark.parametrize("measure", ["agree", "utility.", "utility.nobody", "utility", ""])
def test_an_unknown_measure_is_refused(measure):
    run = sim.run("2025-08-21", worlds=2, seed=3)
    with pytest.raises(sim.InputError, match="unknown"):
        measured_run(measure, run)


def test_without_a_scenario_any_party_may_be_meant():
    assert list(wrong_measure("utility.nobody")) == []
