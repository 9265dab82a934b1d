"""The drawn quantities of a run, by name."""

import numpy as np
from builders import a_scenario

import sim
from sim.analysis.inputs import inputs
from sim.worlds import uncertain


def test_every_uncertain_quantity_is_a_column_and_every_world_a_row():
    run = sim.run("2025-08-21", worlds=30, seed=2)
    drawn = inputs(run)
    assert list(drawn) == uncertain(run.case)
    assert len(drawn) == 30
    assert drawn.attrs["worlds"] == 30
    name = "parties.russia.no_deal.value"
    assert np.array_equal(drawn[name], run.draws([name])[name])


def test_a_certain_scenario_has_none():
    run = sim.run(a_scenario({"army": "small large"}, {"a": {}}), worlds=2, seed=1)
    assert inputs(run).shape == (2, 0)
